"""Drawables shared by the chapters: values in, mobjects out, no script inside."""
