"""Whether we run for a page of Voila, which keeps no notebook."""

import os
from collections.abc import Mapping


def in_voila(environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether Voila started this kernel.

    >>> in_voila({"SERVER_SOFTWARE": "voila/0.5.13"}), in_voila({})
    (True, False)
    """
    return environment.get("SERVER_SOFTWARE", "").startswith("voila/")
