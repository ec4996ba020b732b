"""Connections that ask for nothing: they are closed after a while, to leave room for phones."""

from asyncio import TimerHandle, Transport

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

_ASKS_WITHIN_S = 10


class Patience(H11Protocol):
    """HTTP as uvicorn speaks it, to those who send the head of a request within ten seconds.

    Without it, somebody who opens some dozens of connections and says nothing locks everybody out.
    """

    _waits: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def _watch(self) -> None:
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()
        elif self._waits is None:
            self._waits = self.loop.call_later(_ASKS_WITHIN_S, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._waits is not None:
            self._waits.cancel()
            self._waits = None
