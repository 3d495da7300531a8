package dev.upheld.charter.shape;

import dev.upheld.kernel.Location;

/** A text of a file with its place. */
public record Spot(String text, Location at) {}
