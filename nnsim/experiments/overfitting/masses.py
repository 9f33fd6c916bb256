"""Why no straight line tells the sexes: heavy females, light males.

What you can do here
--------------------
- weigh them: ``weigh``.
"""

from dataclasses import dataclass

from nnsim.datasets import penguins

COLUMN = "body_mass_g"


@dataclass(frozen=True)
class Masses:
    """Mean body masses of females of one species and males of another."""

    feature: str  # what is compared, in words
    unit: str
    heavy_words: str  # who they are, in words
    light_words: str
    heavy_females: float  # g, mean body mass of female Gentoos
    light_males: float  # g, mean body mass of male Adelies


def weigh() -> Masses:
    """Weigh female Gentoos and male Adelies."""
    feature, _, unit = penguins.WORDS[COLUMN]
    return Masses(
        feature=feature,
        unit=unit,
        heavy_words=f"female {penguins.DISPLAY['Gentoo']}",
        light_words=f"male {penguins.DISPLAY['Adelie']}",
        heavy_females=mean_mass("Gentoo", "female"),
        light_males=mean_mass("Adelie", "male"),
    )


def mean_mass(species: str, sex: str) -> float:
    """Return the mean body mass of the birds of a species and sex, in g."""
    birds = penguins.load().where_species(species).complete(COLUMN, "sex")
    return float(birds.body_mass_g[birds.sex == sex].mean())
