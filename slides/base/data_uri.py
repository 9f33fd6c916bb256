"""Data within a page: an address that holds them."""

from base64 import b64encode


def data_uri(data: bytes, kind: str) -> str:
    """Return data as an address that holds them.

    >>> data_uri(b"WEBVTT", "text/vtt")
    'data:text/vtt;base64,V0VCVlRU'
    """
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
