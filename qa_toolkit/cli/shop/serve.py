"""`qa shop serve`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_table

if TYPE_CHECKING:
    from qa_toolkit.web.served import Link


def register(app: typer.Typer) -> None:
    """Add `serve` to the group."""
    app.command(
        epilog="Examples: qa shop serve; qa shop serve --shopper maya --host 192.168.1.20 "
        "--certificate cert.pem --key key.pem"
    )(serve)


@told
def serve(
    plan: Annotated[str, typer.Option("--plan", metavar="ID", help="Only of this plan.")] = "",
    shopper: Annotated[
        str, typer.Option("--shopper", metavar="NAME", help="Only of this shopper, by id or name.")
    ] = "",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="0 takes any that is free.")
    ] = 8377,
    host: Annotated[
        str,
        typer.Option("--host", help="Address or name to listen at; beyond this machine with TLS."),
    ] = "127.0.0.1",
    certificate: Annotated[
        Path | None, typer.Option("--certificate", metavar="FILE", help="For TLS, as PEM.")
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE", help="The certificate's key, as PEM.")
    ] = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Show the form of each shop as a page that works on a phone, offline too.

    Each shop has a secret link, which is printed; who holds it fills that shop in, as its shopper.
    Stop with Ctrl-C.
    """
    from qa_toolkit.web.served import serve_shops
    from qa_toolkit.web.server import Address
    from qa_toolkit.workflow.project import open_project

    address = Address(host=host, port=port, certificate=certificate, key=key)
    show = _say_json if json else _show
    with open_project(project) as opened:
        serve_shops(opened, address, plan=plan, shopper=shopper, ready=show)


def _show(links: "Sequence[Link]") -> None:
    say_table(
        ("Shop", "Shopper", "Where", "When", "Status"),
        ((one.shop, one.shopper, one.location, one.when, one.status) for one in links),
    )
    say()
    for one in links:  # not in the table: a link that is broken at its edge opens nothing
        say(f"{one.shop}  {one.url}")
    say("serving until Ctrl-C")


def _say_json(links: "Sequence[Link]") -> None:
    say_json(
        [
            {
                "shop": one.shop,
                "shopper": one.shopper,
                "location": one.location,
                "when": one.when,
                "status": one.status,
                "url": one.url,
            }
            for one in links
        ]
    )
