"""Words and signs of the field, and how they are read.

A reading is plain words, which every voice can say, or what is heard, between slashes,
in the alphabet of Kokoro (see :mod:`slides.speech.lexicon`), for words that no plain
ones sound like. ``[voice.words]`` in ``lecture.toml`` has more, and goes before these.
"""

SIGNS = {
    "=": "equals", "+": "plus", "−": "minus", "×": "times", "·": "times",
    "±": "plus or minus", "≈": "approximately", "→": "to", "<": "less than",
    ">": "greater than", "≤": "at most", "≥": "at least", "≠": "is not", "%": "percent",
    "∂": "d", "∞": "infinity", "√": "the square root of", "∑": "the sum of",
    "&": "and", "′": "prime", "″": "double prime", "‰": "per thousand", "∇": "nabla",
    "∈": "in",
}  # fmt: skip
# Heard as nothing, between words; the last is the hyphen of compounds.
SILENT = '“”"‘’«»()‑-'
# Names behind which a bracket is said as "of".
FUNCTIONS = frozenset((
    "tanh", "log", "ln", "sin", "cos", "max", "min", "ReLU", "sigmoid", "softmax",
))  # fmt: skip
MARKS = {0x302: "hat", 0x303: "tilde", 0x304: "bar"}  # above letters: ŷ is "y hat"

READINGS = {
    # As they are written to be short.
    "al.": "colleagues",  # "White et al."
    "et": "and",
    "vs": "versus",
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "and so on",
    "cf.": "compare",
    "ca.": "about",
    "approx.": "approximately",
    "Fig.": "figure",
    "and/or": "and or",
    "re": "/ɹˌi/",  # of "re-draw"
    # Signs of quantities and functions.
    "Vmax": "V max",
    "Km": "K M",
    "ReLU": "/ɹˈɛlu/",
    "pH": "P H",
    "log": "log",
    "exp": "the exponential of",
    "tanh": "/tˈænʧ/",
    "softmax": "soft max",
    "½": "one half",
    "¼": "one quarter",
    "¾": "three quarters",
    "logit": "/lˈOʤɪt/",
    "logits": "/lˈOʤɪts/",
    # Birds, beasts, people.
    "Adélie": "/ədˈAli/",
    "Adélies": "/ədˈAliz/",
    "Adelie": "/ədˈAli/",
    "Gentoo": "/ʤˈɛntu/",
    "Gentoos": "/ʤˈɛntuz/",
    "Quevedo": "/kAvˈAdO/",
    "elegans": "/ˈɛləɡˌænz/",
    "coli": "/kˈOlˌI/",
    "Gorman": "/ɡˈɔɹmən/",
    "Towell": "/tˈWəl/",
    "Treloar": "/tɹˈɛlɔɹ/",
    "Mathys": "/mˈæθɪs/",
    "Gapole": "/ɡəpˈOl/",
    "OpenAI": "open A I",
    # Models.
    "CARP-600K": "carp six hundred K",
    "gpt-oss-120b": "G P T O S S one hundred twenty B",
    "ProtT5-XL": "prot T five X L",
    "ChIP": "chip",
    "seq": "/sˈik/",  # of "RNA-seq"
    "prot": "/pɹˈOt/",
    # Of these words the dictionary has none, or not the one that is meant here.
    "globin": "/ɡlˈObən/",
    "surer": "/ʃˈʊɹəɹ/",
    "winds": "/wˈIndz/",  # as borders do
    "Michaelis": "/mɪkˈAlɪs/",
    "Menten": "/mˈɛntən/",
}
