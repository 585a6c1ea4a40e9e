package org.klpls.core.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.Checker;
import org.klpls.core.check.Inputs;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.KernelReading;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.rule.Finding;
import org.klpls.core.testing.kernel.BuiltModules;
import org.klpls.core.testing.kernel.Job;
import org.klpls.core.testing.kernel.KernelModuleBuild;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.RealKernel;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A kernel that loads signed modules only. A module switches that on in a running one, as root may. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class SignatureRequiredTest {
    /** Source: kernel/module/signing.c, v6.1: sig_enforce can be set, and not be taken back. */
    private static final String ENFORCE = """
            #include <linux/fs.h>
            #include <linux/module.h>
            static int __init start(void)
            {
            	struct file *file = filp_open("/sys/module/module/parameters/sig_enforce", O_WRONLY, 0);
            	loff_t pos = 0;
            	ssize_t written;

            	if (IS_ERR(file))
            		return PTR_ERR(file);
            	written = kernel_write(file, "1", 1, &pos);
            	filp_close(file, NULL);
            	return written == 1 ? 0 : -EIO;
            }
            module_init(start);
            MODULE_LICENSE("GPL");
            """;

    @TempDir
    Path folder;

    @Test
    void anUnsignedLivepatchIsRefusedAsTheRuleSays() throws IOException {
        BuiltModules built = KernelModuleBuild.build("signatures", new TreeMap<>(
                Map.of("klp_enforce", ENFORCE, "klp_unsigned", LivepatchText.GOOD.marked().text())));
        Path livepatch = built.named("klp_unsigned").ko();
        List<Outcome> outcomes = RealKernel.stock()
                .run(List.of(new Job.LoadAndKeep(built.named("klp_enforce").ko()), new Job.Load(livepatch)));
        assertTrue(outcomes.getLast().rejected(), outcomes::toString);
        assertEquals("EKEYREJECTED", outcomes.getLast().errnoName());

        List<Finding> findings = new Checker().check(
                Inputs.of(List.of(livepatch)).request(Optional.of(kernel()), Optional.empty(), List.of()),
                Cancellation.NEVER).report().findings();
        Finding finding = findings.stream().filter(f -> f.code().equals("mod-unsigned")).findFirst()
                .orElseThrow(() -> new AssertionError(findings));
        String quoted = finding.kernelMessage().orElseThrow();
        assertTrue(outcomes.getLast().says(quoted), () -> quoted + "\n" + outcomes);
    }

    /** The stock kernel's image, with a configuration that asks for signatures. */
    private TargetKernel kernel() throws IOException {
        Path image = Files.copy(StockKernel.V6_1.vmlinuz(), folder.resolve("vmlinuz"));
        Path config = Files.writeString(folder.resolve("config"),
                "CONFIG_LIVEPATCH=y\nCONFIG_MODULES=y\nCONFIG_MODULE_SIG=y\nCONFIG_MODULE_SIG_FORCE=y\n");
        KernelReading reading = KernelReader.read(List.of(image.toString(), config.toString()));
        return reading.kernel().orElseThrow(() -> new AssertionError(reading));
    }
}
