package org.klpls.c.ast;

/** What stands after {@code =}, and inside the braces of an initialiser. */
public sealed interface Initializer extends Node permits Expression, InitializerList {}
