"""Files with every trap."""

import pytest

from tests.events.engines.alike import trapped_rows


@pytest.fixture(scope="session")
def exports(tmp_path_factory):
    """Give three exports: plain, with Windows line ends, and with both and no end."""
    folder = tmp_path_factory.mktemp("exports")
    plain = [line for line in trapped_rows(800, 1) if b"\xe9" not in line]
    (folder / "plain.CSV").write_bytes(b"\n".join(plain) + b"\n")
    windows = [line for line in trapped_rows(800, 2) if b"\xe9" not in line]
    (folder / "windows.CSV").write_bytes(b"\r\n".join(windows) + b"\r\n")
    mixed = b"\n".join([*trapped_rows(800, 3), b"1\t2\r3"])
    (folder / "mixed.CSV").write_bytes(mixed.replace(b"\n", b"\r\n", 9))
    return folder
