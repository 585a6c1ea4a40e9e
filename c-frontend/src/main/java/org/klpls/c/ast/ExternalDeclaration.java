package org.klpls.c.ast;

/** What a file is made of, at its outermost level. */
public sealed interface ExternalDeclaration extends Node permits ScopedDeclaration, FileAsm, EmptyDeclaration {}
