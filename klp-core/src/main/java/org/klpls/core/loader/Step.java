package org.klpls.core.loader;

/** Something that the kernel does in a stage, in words: {@code .klp.rela.vmlinux..text: 3 applied}. */
public record Step(Stage stage, String what) {}
