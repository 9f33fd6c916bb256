"""Recorded segments cut, joined and encoded anew; the words that go with them."""
