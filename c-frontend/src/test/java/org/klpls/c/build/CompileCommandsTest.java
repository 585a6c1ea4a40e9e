package org.klpls.c.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CompileCommandsTest {
    @TempDir
    Path temp;

    private Path kernel = Path.of("/");
    private Path module = Path.of("/");
    private CompileCommands commands = new CompileCommands();

    @BeforeEach
    void aKernelAndAModule() throws IOException {
        temp = temp.toRealPath();
        kernel = temp.resolve("modules/6.1.0-1/build");
        module = temp.resolve("work/fix.c");
        commands = new CompileCommands(temp.resolve("modules"));
        write(module, "int a;\n");
    }

    private void aKernelThatIsConfigured() throws IOException {
        write(kernel.resolve("include/generated/autoconf.h"), "");
        write(kernel.resolve("include/generated/utsrelease.h"), "#define UTS_RELEASE \"6.1.0-1\"\n");
        write(kernel.resolve("include/linux/stdarg.h"), "");
        write(kernel.resolve("include/config/auto.conf"),
                "CONFIG_CC_VERSION_TEXT=\"gcc-12 (Debian) 12.2.0\"\nCONFIG_STACKPROTECTOR_STRONG=y\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private CompileCommand found() {
        return commands.find(module, Optional.empty()).command().orElseThrow();
    }

    @Test
    void theCmdFileBesideTheSourceComesFirst() throws IOException {
        aKernelThatIsConfigured();
        write(temp.resolve("work/compile_commands.json"), "[]");
        write(temp.resolve("work/.fix.o.cmd"), "savedcmd_" + temp + "/work/fix.o := gcc-12 -Wp,-MMD,.fix.o.d -nostdinc"
                + " -I./include -DNAME='\"fix\"' -DA=\\#$$x -include ./k.h -c -o fix.o " + module
                + "  ; ./objtool fix.o\n\n"
                + "source_fix.o := fix.c\n");
        CompileCommand command = found();
        assertEquals(List.of("-nostdinc", "-I./include", "-DNAME=\"fix\"", "-DA=#$x", "-include", "./k.h"),
                command.arguments());
        assertEquals(kernel, command.directory());
        assertEquals("gcc-12", command.compiler());
        assertTrue(command.origin().endsWith("work/.fix.o.cmd"), command.origin());
    }

    @Test
    void aFileOfTheKernelIsCompiledInTheKernelsFolder() throws IOException {
        write(temp.resolve("linux/fs/proc/.meminfo.o.cmd"),
                "cmd_fs/proc/meminfo.o := gcc -I./include -c fs/proc/meminfo.c");
        CompileCommand command = commands.find(temp.resolve("linux/fs/proc/meminfo.c"), Optional.empty()).command()
                .orElseThrow();
        assertEquals(temp.resolve("linux"), command.directory());
    }

    @Test
    void theCompilationDatabaseAboveIsUsedWhereThereIsNoCmdFile() throws IOException {
        aKernelThatIsConfigured();
        write(temp.resolve("compile_commands.json"),
                "[{\"directory\": \"/k\", \"file\": \"/other.c\", \"command\": \"gcc\"},"
                        + "{\"directory\": \"" + temp
                        + "\", \"file\": \"work/fix.c\", \"command\": \"gcc -DX='a b' -c work/fix.c -o x.o\"}]");
        assertEquals(List.of("-DX=a b"), found().arguments());
    }

    @Test
    void aBrokenDatabaseIsAProblemAndTheSearchGoesOn() throws IOException {
        aKernelThatIsConfigured();
        write(temp.resolve("work/compile_commands.json"), "[{\"directory\": 3, ");
        CompileCommands.Found found = commands.find(module, Optional.empty());
        assertEquals(1, found.problems().size());
        assertTrue(found.command().orElseThrow().origin().contains("derived"));
    }

    @Test
    void theHeadersOfAChosenReleaseAreUsedWhereNothingBesideTheSourceTellsOthers() throws IOException {
        aKernelThatIsConfigured();
        Path higher = temp.resolve("modules/6.12.0-1/build");
        write(higher.resolve("include/generated/autoconf.h"), "");
        write(higher.resolve("include/linux/stdarg.h"), "");
        write(higher.resolve("include/config/auto.conf"), "CONFIG_CC_VERSION_TEXT=\"gcc-12 (Debian) 12.2.0\"\n");
        assertEquals(higher, found().directory());
        assertEquals(kernel, found("6.1.0-1").directory());
        assertEquals(higher, found("5.10.0-1").directory());
        assertEquals(higher, found("../modules/6.1.0-1").directory());
        write(temp.resolve("work/compile_commands.json"), "[{\"directory\": \"" + temp
                + "\", \"file\": \"work/fix.c\", \"command\": \"gcc -DX -c work/fix.c\"}]");
        assertEquals(List.of("-DX"), found("6.1.0-1").arguments());
    }

    private CompileCommand found(String release) {
        return commands.find(module, Optional.empty(), Optional.of(release)).command().orElseThrow();
    }

    @Test
    void withoutABuildTheFlagsAreDerivedFromTheKernelsFolder() throws IOException {
        aKernelThatIsConfigured();
        write(temp.resolve("work/Makefile"),
                "obj-m := lp.o\nlp-objs := main.o \\\n  fix.o\nccflags-y := -DHERE=1 -I$(src)/inc $(OTHER)\n"
                        + "CFLAGS_fix.o := -DFIX\nCFLAGS_main.o := -DMAIN\n");
        CompileCommand command = found();
        assertEquals(kernel, command.directory());
        assertEquals("gcc-12", command.compiler());
        assertTrue(command.arguments().containsAll(List.of("-I./include", "-D__KERNEL__", "-DMODULE", "-DHERE=1",
                "-I" + temp + "/work/inc", "-DFIX", "-DKBUILD_BASENAME=\"fix\"", "-DKBUILD_MODNAME=\"lp\"",
                "-fstack-protector-strong", "-std=gnu11")), command.arguments().toString());
        assertTrue(command.arguments().stream().noneMatch(a -> a.contains("OTHER") || a.contains("MAIN")));
    }

    @Test
    void theKbuildFileOfAFolderAboveTellsTheFlagsOfTheSourcesThatItNames() throws IOException {
        aKernelThatIsConfigured();
        write(temp.resolve("Kbuild"), "ALL = main.o work/fix.o\nobj-m += lp.o\nlp-y = $(ALL)\nccflags-y += -DHERE\n"
                + "CFLAGS_work/fix.o = -DFIX -I$(src)/inc\nCFLAGS_main.o = -DMAIN\nCFLAGS_REMOVE_work/fix.o = -DGONE\n");
        write(temp.resolve("work/Kbuild"), "ccflags-y += -DOTHER\n");
        List<String> arguments = found().arguments();
        assertTrue(arguments.containsAll(List.of("-DHERE", "-DFIX", "-I" + temp + "/inc", "-DKBUILD_MODNAME=\"lp\"")),
                arguments.toString());
        assertTrue(arguments.stream().noneMatch(a -> a.matches("-D(OTHER|MAIN|GONE)")), arguments.toString());
    }

    @Test
    void theHeadersOfASplitPackageAreInTheFolderThatItsMakefileIncludes() throws IOException {
        aKernelThatIsConfigured();
        Path common = Files.createDirectories(temp.resolve("common"));
        write(kernel.resolve("Makefile"), "include " + common + "/Makefile\n");
        assertTrue(found().arguments().containsAll(
                List.of("-I" + common + "/include", "-I./include", "-I./arch/x86/include/generated")));
    }

    @Test
    void whereNothingIsKnownTheUserIsToldWhatToDo() {
        CompileCommands.Found found = commands.find(module, Optional.empty());
        assertEquals(Optional.empty(), found.command());
        assertTrue(found.problems().getFirst().message().contains("headers"));
    }

    @Test
    void aFileOfPlainFlagsIsTaken() throws IOException {
        write(temp.resolve("flags"), "-DA='1 2'\n -I inc\n");
        CompileCommand command = commands.fromFile(temp.resolve("flags"), module).command().orElseThrow();
        assertEquals(List.of("-DA=1 2", "-I", "inc"), command.arguments());
        assertEquals(temp.resolve("work"), command.directory());
    }
}
