package org.klpls.c.ast;

/** What may stand between the braces of a struct or union. */
public sealed interface StructItem extends Node permits MemberDeclaration, StaticAssert, Broken {}
