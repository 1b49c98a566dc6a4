"""What the systems that use CAMEO have in common."""

VISITS = (("042", "043"),)
"""A visit is told of the visitor by 042 and of the host by 043."""

MEETINGS = (
    *("036", "040", "041", "044", "046", "057"),
    *("060", "061", "062", "063", "064"),
)
"""Codes of what two parties do together, so that it may be told of either."""

OLDER_CODES = {"ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "KSV": "XKX"}
"""Codes of countries in CAMEO that differ from those used here."""
