package org.klpls.c.ast;

/**
 * A node of the tree. It holds no text and no place, only which tokens it is made of: {@code [first, end)} in its
 * {@link TranslationUnit}, which turns them into places. The doc of each record begins with examples of what it is made of.
 */
public sealed interface Node
        permits BlockItem, ExternalDeclaration, StructItem, Specifiers, TypeSpecifier, Enumerator, Declarator,
        Derivation, InitDeclarator, MemberDeclarator, Parameter, TypeName, Initializer, InitializerItem, Designator,
        Attribute, Name, Label, AsmOperand, GenericAssociation {
    /** Index of its first token. */
    int first();

    /** Index after its last token. */
    int end();
}
