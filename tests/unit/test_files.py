"""Cache entries that prove what they hold."""

from pathlib import Path

from footing.files import sealed, unsealed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200), st.integers(0, 10_000), st.integers(0, 7))
def test_an_entry_with_one_flipped_bit_is_refused(tmp_path: Path, content: bytes, place: int, bit: int) -> None:
    file = tmp_path / "entry"
    entry = bytearray(sealed("key", content))
    file.write_bytes(entry)
    assert unsealed("key", file) == content
    entry[place % len(entry)] ^= 1 << bit
    file.write_bytes(entry)
    assert unsealed("key", file) is None


def test_an_entry_made_from_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "entry"
    file.write_bytes(sealed("one key", "text"))
    assert unsealed("another key", file) is None
    assert unsealed("one key", file) == b"text"


def test_a_missing_entry_is_none(tmp_path: Path) -> None:
    assert unsealed("key", tmp_path / "none") is None
