package org.klpls.c.ast;

/** What may be declared at file level and in a block alike. */
public sealed interface ScopedDeclaration extends ExternalDeclaration, BlockItem
        permits Declaration, FunctionDefinition, StaticAssert, Broken {}
