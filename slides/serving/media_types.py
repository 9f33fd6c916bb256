"""What each kind of file is called on the web.

The standard library's table takes over what the system says, which may be wrong.
"""

from pathlib import Path

UTF_8 = "; charset=utf-8"
OTHER = "application/octet-stream"
TYPES = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".css": f"text/css{UTF_8}",
    ".csv": f"text/csv{UTF_8}",
    ".gif": "image/gif",
    ".htm": f"text/html{UTF_8}",
    ".html": f"text/html{UTF_8}",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": f"text/javascript{UTF_8}",
    ".json": "application/json",
    ".m4a": "audio/mp4",
    ".md": f"text/markdown{UTF_8}",
    ".mjs": f"text/javascript{UTF_8}",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": "application/"
    "vnd.openxmlformats-officedocument.presentationml.presentation",
    ".srt": f"text/plain{UTF_8}",
    ".svg": f"image/svg+xml{UTF_8}",
    ".ttf": "font/ttf",
    ".txt": f"text/plain{UTF_8}",
    ".vtt": f"text/vtt{UTF_8}",
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": f"application/xml{UTF_8}",
}


def media_type(file: Path) -> str:
    """Return the type of a file, by its ending."""
    return TYPES.get(file.suffix.lower(), OTHER)
