package org.klpls.core.kernel;

/**
 * An input that does not tell of a kernel, or not all that was asked of it.
 *
 * @param input the file, folder or release as it was given
 * @param message what is wrong with it, in one sentence that names it
 * @param remedy what to give instead, or how to mend it
 */
public record KernelProblem(String input, String message, String remedy) {
    public KernelProblem {
        if (message.isBlank()) {
            throw new IllegalArgumentException("a problem says what is wrong");
        }
    }
}
