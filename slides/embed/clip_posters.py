"""Pictures that stand for a clip until it plays: small, and one for every browser."""

from io import BytesIO

from PIL import Image

from slides.footage.posters import first_image

WIDTH = 1600  # pixels, at most: a text column on a screen of fine pixels
AVIF_QUALITY = 70
ENDINGS = (".avif", ".jpg")  # the smaller one first; the last is known everywhere


def poster(segment: str, ending: str) -> bytes:
    """Return the first picture of a video, as a file of this kind."""
    picture = first_image(segment, WIDTH)
    if ending == ".jpg":
        return _saved(picture, "JPEG", quality=88, optimize=True, progressive=True)
    # Without thinned-out colours: coloured type on a plain ground stays sharp.
    return _saved(picture, "AVIF", quality=AVIF_QUALITY, subsampling="4:4:4", speed=4)


def _saved(picture: Image.Image, format_: str, **options: object) -> bytes:
    """Return a picture as a file's bytes."""
    buffer = BytesIO()
    picture.save(buffer, format_, **options)
    return buffer.getvalue()
