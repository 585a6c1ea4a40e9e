package org.klpls.core.model;

/** A value and the place that gives it: for a string its literal, for a number its expression. */
public record Located<T>(T value, Place place) {}
