"""Cut a process off from every other host; the kernels of the tests begin with it."""

import ipaddress
import sys
from typing import Any

HOST_COMES = {"socket.getaddrinfo": 0, "socket.gethostbyname": 0}
ADDRESS_COMES = {"socket.connect": 1, "socket.sendto": 1}


def cut_off() -> None:
    """Let no socket of this process reach another host from now on."""
    sys.addaudithook(watch)


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what Python is about to do, if it is to ask another host."""
    if event in HOST_COMES:
        refuse(arguments[HOST_COMES[event]])
    elif event in ADDRESS_COMES and isinstance(arguments[ADDRESS_COMES[event]], tuple):
        refuse(arguments[ADDRESS_COMES[event]][0])


def refuse(host: object) -> None:
    """Raise if `host` is not this computer."""
    if host and not is_here(str(host)):
        raise OSError(f"This kernel is offline, and something asked for {host}.")


def is_here(host: str) -> bool:
    """Whether `host` is this computer under one of its own names."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
