package org.klpls.server.cli;

import java.io.PrintWriter;
import java.util.List;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.TargetKernel;

/** A kernel that a command tells of, with what of its inputs could not be read: what is sound is shown all the same. */
record KnownKernel(TargetKernel kernel, List<KernelProblem> problems) {
    KnownKernel {
        problems = List.copyOf(problems);
    }

    /** Says each problem in a line. */
    void tell(PrintWriter err) {
        problems.forEach(problem -> err.println("klpls: " + problem.message() + "; " + problem.remedy()));
        err.flush();
    }

    /** That of the command, or that of an input that could not be read whole. */
    int status(int ofCommand) {
        return problems.isEmpty() ? ofCommand : ExitStatus.WRONG_USE;
    }
}
