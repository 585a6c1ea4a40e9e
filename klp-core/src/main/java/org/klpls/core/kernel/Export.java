package org.klpls.core.kernel;

import java.util.Optional;
import java.util.OptionalInt;
import org.klpls.core.model.ObjectName;

/** An exported symbol. {@code crc} is empty without MODVERSIONS; {@code namespace} without EXPORT_SYMBOL_NS. */
public record Export(String name, ObjectName owner, boolean gplOnly, Optional<String> namespace, OptionalInt crc) {}
