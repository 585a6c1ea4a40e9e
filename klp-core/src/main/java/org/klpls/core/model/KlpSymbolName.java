package org.klpls.core.model;

/** A parsed {@code .klp.sym.OBJECT.SYMBOL,SYMPOS}. {@code trailing} is what the kernel's scan leaves unread. */
public record KlpSymbolName(ObjectName object, String symbol, long sympos, String trailing) {}
