"""A fontconfig file that shows a browser the fonts beside this module, and no other."""

from pathlib import Path
from xml.sax.saxutils import escape

_FONTS = Path(__file__).resolve().parent
_TEXT = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <!-- Whatever family is asked for: these two, in this order. -->
  <match target="pattern">
    <edit name="family" mode="append_last" binding="strong">
      <string>Noto Sans</string>
      <string>DejaVu Sans</string>
    </edit>
  </match>
</fontconfig>
"""


def write_fontconfig(folder: Path) -> Path:
    """Write the file into `folder`, where its cache goes as well, and give its path."""
    path = folder / "fonts.conf"
    places = {"fonts": escape(str(_FONTS)), "cache": escape(str(folder / "fontcache"))}
    path.write_text(_TEXT.format(**places), encoding="utf-8")
    return path
