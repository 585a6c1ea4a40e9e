package org.klpls.c.ast;

/** What may stand in a block: a statement, or a declaration. */
public sealed interface BlockItem extends Node permits Statement, ScopedDeclaration {}
