package org.klpls.core.rule;

/** A check that could not be made: which, why, and what to give so that it can. */
public record Skipped(String check, String reason, String remedy) {}
