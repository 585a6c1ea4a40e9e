package org.klpls.c.ast;

import java.util.List;

/**
 * Assembler outside any function: {@code asm(".pushsection .discard");}
 *
 * @param outputs since gcc 15: {@code asm("%0:" : "=m" (x));}
 * @param inputs since gcc 15: {@code asm(".quad %c0" : : "i" (&x));}
 */
public record FileAsm(int first, int end, Expression.StringLiteral code, List<AsmOperand> outputs,
        List<AsmOperand> inputs) implements ExternalDeclaration {
    public FileAsm {
        outputs = List.copyOf(outputs);
        inputs = List.copyOf(inputs);
    }
}
