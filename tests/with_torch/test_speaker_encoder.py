"""The voice encoder in numpy computes what torch computes with the same weights."""

import numpy as np
import pytest

from qa_toolkit.transcribe.speakers.voice import encode, weights

pytestmark = pytest.mark.torch
torch = pytest.importorskip("torch", reason="torch is only in the environment of its own")


def test_the_network_in_numpy_equals_the_one_in_torch() -> None:
    network = torch.nn.LSTM(40, 256, 3)
    linear = torch.nn.Linear(256, 256)
    stored = {name: torch.from_numpy(values.copy()) for name, values in weights().items()}
    for module, prefix in ((network, "lstm."), (linear, "linear.")):
        module.load_state_dict(
            {name.removeprefix(prefix): v for name, v in stored.items() if name.startswith(prefix)}
        )
    stretches = np.random.default_rng(1).gamma(0.3, 0.05, (160, 7, 40)).astype(np.float32)
    with torch.no_grad():
        _, (hidden, _) = network(torch.from_numpy(stretches))
        voices = torch.nn.functional.normalize(torch.relu(linear(hidden[-1])), dim=1).numpy()
    assert encode(stretches, weights()) == pytest.approx(voices, abs=1e-5)
