"""Our camera against Manim's, for each kind of mobject and animation."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import (
    BLUE,
    DL,
    DOWN,
    LEFT,
    ORIGIN,
    OUT,
    RED,
    RIGHT,
    UP,
    UR,
    WHITE,
    YELLOW,
    AnimationGroup,
    Camera,
    Circle,
    Create,
    DashedLine,
    Dot,
    FadeIn,
    FadeOut,
    Group,
    GrowArrow,
    GrowFromCenter,
    ImageMobject,
    Indicate,
    LaggedStart,
    Line,
    Mobject,
    MoveAlongPath,
    Polygon,
    Rectangle,
    ReplacementTransform,
    Rotate,
    Scene,
    Square,
    Star,
    Succession,
    Text,
    Transform,
    Uncreate,
    UpdateFromAlphaFunc,
    ValueTracker,
    Vector,
    VGroup,
    VMobject,
    Write,
    always_redraw,
    tempconfig,
)
from manim.constants import RESAMPLING_ALGORITHMS, LineJointType
from manim.mobject.types.point_cloud_mobject import PointCloudDot

from scenes.camera import renderer
from scenes.camera.boxes import Box
from scenes.camera.camera import ChangesCamera
from scenes.camera.renderer import FilmRenderer

Play = Callable[[Scene], None]
SETTINGS = {
    "pixel_width": 256, "pixel_height": 144, "frame_rate": 8, "dry_run": True,
    "progress_bar": "none", "verbosity": "ERROR",
}  # fmt: skip


class Watched(ChangesCamera):
    """Keeps how its pictures differ from those that Manim draws anew of everything."""

    differences: list[np.ndarray]
    areas: list[float]

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.differences, self.areas = [], []

    def stand_still(self, mobjects: Iterable[Mobject]) -> None:
        self.standing = [*mobjects]
        super().stand_still(self.standing)

    def show(self, moving: Iterable[Mobject]) -> list[Box]:
        moving = [*moving]
        before = self.pixel_array.copy()
        boxes = super().show(moving)
        camera = Camera(frame_center=self.frame_center, frame_width=self.frame_width)
        camera.capture_mobjects(self.standing)
        camera.capture_mobjects(moving)
        difference = np.abs(camera.pixel_array.astype(int) - self.pixel_array)
        self.differences.append(difference)
        # What changed lies in the boxes, of which none meets another.
        outside = np.ones(self.pixel_array.shape[:2], dtype=int)
        for box in boxes:
            outside[box.top : box.bottom, box.left : box.right] -= 1
        assert set(np.unique(outside)) <= {0, 1}
        assert (before == self.pixel_array).all(axis=2)[outside == 1].all()
        self.areas.append(1 - outside.mean())
        return boxes


def film(play: Play, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    """Film a scene and return the camera with which it was filmed."""
    monkeypatch.setattr(renderer, "ChangesCamera", Watched)

    class Played(Scene):
        def construct(self) -> None:
            play(self)

    with tempconfig({**SETTINGS, "media_dir": str(folder)}):
        scene = Played(renderer=FilmRenderer(folder))
        scene.render()
    camera = scene.renderer.camera
    assert isinstance(camera, Watched)
    return camera


def picture(*, opaque: bool = True) -> ImageMobject:
    """Return an image of few large pixels, as all of ours smoothed linearly."""
    pixels = np.random.default_rng(1).integers(0, 256, (5, 7, 4), dtype=np.uint8)
    if opaque:
        pixels[:, :, 3] = 255
    image = ImageMobject(pixels).set(width=4)
    image.set_resampling_algorithm(RESAMPLING_ALGORITHMS["linear"])
    return image


def z_index(scene: Scene) -> None:
    """Move what was added last below a mobject of a higher z-index."""
    above = Square(fill_opacity=1, color=RED).set_z_index(3)
    below = Circle(fill_opacity=1, color=BLUE)
    scene.add(above, below, Dot(z_index=-1))
    scene.play(below.animate.shift(RIGHT))
    scene.play(below.animate.set_z_index(5), above.animate.shift(LEFT))
    scene.wait(0.25)


def fades(scene: Scene) -> None:
    """Change opacities, alone and while something moves."""
    one, two = Square(fill_opacity=0.5), Circle(color=YELLOW, fill_opacity=1)
    scene.play(FadeIn(one), run_time=0.5)
    scene.play(FadeIn(two, shift=UP), one.animate.set_opacity(0.2), run_time=0.5)
    scene.play(FadeOut(one), FadeOut(two, scale=0.5), run_time=0.5)


def gradients(scene: Scene) -> None:
    """Show fills and strokes of several colours, and a sheen."""
    star = Star(fill_opacity=1).set_color([RED, BLUE, YELLOW]).set_stroke(width=8)
    circle = Circle(fill_opacity=1, color=BLUE).set_sheen(0.6, UR).shift(LEFT)
    scene.add(star, circle)
    scene.play(Rotate(star, 1), circle.animate.set_sheen_direction(DL).shift(DOWN))


def dashes(scene: Scene) -> None:
    """Draw broken lines, corners of all forms, wide lines beyond the frame."""
    scene.add(DashedLine(LEFT * 9, RIGHT * 9, stroke_width=6))
    spike = Polygon(LEFT, RIGHT * 2, LEFT + 0.2 * UP, stroke_width=30)
    scene.play(Create(spike))
    for joint in LineJointType:
        scene.play(spike.animate.set(joint_type=joint).shift(0.3 * UP), run_time=0.25)
    scene.play(Uncreate(spike), run_time=0.5)


def texts(scene: Scene) -> None:
    """Write words, turn them into others, put them on a patch."""
    words = Text("weights ± 0.5", font_size=60)
    patch = Rectangle(width=3, height=0.6, fill_opacity=0.8, color=BLUE)
    scene.play(Write(words), run_time=0.5)
    scene.add(patch, words)
    other = Text("biases = 1", font_size=60).shift(UP)
    scene.play(ReplacementTransform(words, other), run_time=0.5)
    scene.play(Indicate(other), run_time=0.5)
    scene.remove(patch)
    scene.wait(0.25)


def groups(scene: Scene) -> None:
    """Play one after another, all together, in families of families."""
    dots = VGroup(*(VGroup(Dot(), Square()) for _ in range(3))).arrange()
    scene.play(LaggedStart(*(FadeIn(dot) for dot in dots), lag_ratio=0.3))
    scene.play(AnimationGroup(dots[0].animate.shift(UP), Rotate(dots[1], 1)))
    scene.play(Succession(GrowFromCenter(Star()), GrowArrow(Vector(UP))), run_time=0.5)
    scene.remove(dots[1][0])
    scene.play(dots.animate.set_color(RED), run_time=0.25)


def transforms(scene: Scene) -> None:
    """Turn shapes into others, open and closed, of more and fewer points."""
    shape: VMobject = Square(fill_opacity=1)
    scene.add(shape)
    for goal in (Star(9), Line(LEFT, RIGHT), Circle().shift(UP)):
        scene.play(Transform(shape, goal), run_time=0.375)
    scene.play(MoveAlongPath(Dot(), shape), run_time=0.5)


def order(scene: Scene) -> None:
    """Change what lies above what, with and without a motion."""
    first, second = Square(fill_opacity=1), Circle(fill_opacity=1, color=RED)
    scene.add(first, second)
    scene.wait(0.125)
    scene.bring_to_front(first)
    scene.wait(0.125)
    scene.add_foreground_mobjects(second)
    scene.play(first.animate.shift(0.5 * UP), run_time=0.25)
    scene.remove(first)
    scene.wait(0.125)


def updaters(scene: Scene) -> None:
    """Let things follow others, or be made anew for each picture."""
    tracker, dot = ValueTracker(0.0), Dot(radius=0.3)
    dot.add_updater(lambda one: one.set_x(tracker.get_value()))
    ring = always_redraw(lambda: Circle(0.5 + abs(tracker.get_value())))
    scene.add(Square(), dot, ring)
    scene.play(tracker.animate.set_value(2))
    other = Square()

    def follow(one: Mobject, alpha: float) -> None:
        other.move_to(one).scale(1 - alpha / 9)  # moves what no animation names

    scene.add(other)
    scene.play(UpdateFromAlphaFunc(dot, follow), run_time=0.5)
    turning = Line().add_updater(lambda one, dt: one.rotate(dt))
    scene.add(turning)
    scene.wait(0.5)


def background_strokes(scene: Scene) -> None:
    """Draw a rim behind a shape, as words over a curve have."""
    words = Text("loss", font_size=90).set_stroke(BLUE, 12, background=True)
    scene.add(Rectangle(width=9, height=0.3, fill_opacity=1), words)
    scene.play(words.animate.shift(DOWN).set_stroke(RED, 4, background=True))


def images(scene: Scene) -> None:
    """Let images appear, move, change size and pixels, lie below and above."""
    image, half = picture(), picture(opaque=False).shift(0.7 * UR)
    scene.play(FadeIn(image), run_time=0.5)
    scene.add(half, Square())
    scene.play(image.animate.shift(0.37 * RIGHT).scale(0.83), run_time=0.5)
    half.pixel_array[:, :, 0] = 255
    scene.play(half.animate.set_opacity(0.4), FadeOut(image), run_time=0.5)
    scene.add(Group(picture().stretch_to_fit_width(17)), Dot(color=WHITE))
    scene.wait(0.125)


def turned_images(scene: Scene) -> None:
    """Turn an image."""
    image = picture()
    scene.play(Rotate(image, 0.5), run_time=0.5)


def camera_moves(scene: Scene) -> None:
    """See another part of the plane, and more of it."""
    scene.add(Square(), picture().shift(3 * LEFT))
    scene.wait(0.125)
    camera: Any = scene.renderer.camera
    camera.frame_center = np.array([1.0, 0.5, 0.0])
    scene.play(Create(Circle()), run_time=0.25)
    camera.frame_width *= 1.5
    camera.resize_frame_shape()
    scene.wait(0.125)


def clouds(scene: Scene) -> None:
    """Move things over a shape of many parts, of which few are repainted."""
    dots = [Dot([x, y, 0]) for x in range(-6, 7) for y in (-2, 0, 2)]
    cloud = VMobject(fill_opacity=0.7, stroke_width=5)
    cloud.points = np.concatenate([dot.points for dot in dots])
    mover = Square().shift(6 * LEFT)
    scene.add(cloud, mover)
    scene.play(mover.animate.shift(11 * RIGHT))
    scene.play(cloud.animate.shift(0.4 * UP))


def odd_kinds(scene: Scene) -> None:
    """Draw a cloud of points, which we leave to Manim, and mobjects without any."""
    cloud = PointCloudDot(density=5)
    scene.add(cloud, VMobject(), Square().scale(0), Dot(OUT * 3), Dot(99 * UP))
    scene.play(cloud.animate.shift(UP), run_time=0.25)
    broken = Square()
    broken.points[3] = np.nan
    scene.add(broken, Dot(ORIGIN))
    scene.wait(0.125)


EXACT = (
    z_index, fades, gradients, dashes, texts, groups, transforms, order, updaters,
    background_strokes, clouds, odd_kinds,
)  # fmt: skip


@pytest.mark.parametrize("play", EXACT, ids=lambda play: play.__name__)
def test_pictures_are_manims(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    camera = film(play, tmp_path, monkeypatch)
    assert camera.differences
    for n, difference in enumerate(camera.differences):
        # Cairo may place an edge a little otherwise where it draws within boxes.
        assert difference.max() <= 16, n
        assert (difference > 2).any(axis=2).mean() < 1e-3, n


@pytest.mark.parametrize(
    "play", [images, turned_images, camera_moves], ids=lambda play: play.__name__
)
def test_images_differ_in_rounding_and_at_oblique_edges(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cairo and Pillow mix colours between pixels; one has 8 bits for the place."""
    is_turned = play is turned_images
    for difference in film(play, tmp_path, monkeypatch).differences:
        is_off = difference.max(axis=2) > 4
        assert is_off.mean() < (0.01 if is_turned else 1e-9)
