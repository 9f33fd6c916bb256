"""What the summary says of the lecture's data beyond the numbers."""

from collections.abc import Mapping

from nnsim.claims import Claim
from nnsim.experiments.summary.experiment import Result

CLAIMS: Mapping[str, Claim[Result]] = {
    "is_published": Claim(
        "all chapters are about the published data",
        lambda found: not found.n_own,
        "there {n_own:plural(is,are)} {n_own} {n_own:plural(table)} of one's own",
    ),
}
