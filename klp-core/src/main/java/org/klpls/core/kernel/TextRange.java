package org.klpls.core.kernel;

/** The part of the kernel image that an address lies in, as far as boundary symbols tell. */
public enum TextRange {
    TEXT, INIT, EXIT, NOINSTR, ENTRY, SCHED, LOCK, CPUIDLE, KPROBES, IRQENTRY, SOFTIRQENTRY, DATA, UNKNOWN
}
