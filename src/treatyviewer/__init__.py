"""Treaty Viewer: an offline reader for one treaty, with the evidence behind each claim."""

__version__ = "0.4.0"
