package org.klpls.core.loader;

import java.util.Optional;

/** Why a module is refused or goes wrong, in words, where neither the kernel's log nor a rule has any. */
final class Unsaid {
    private Unsaid() {}

    /** Empty for what the kernel says itself, for what a rule finds, and for what does no harm. */
    static Optional<String> of(LoadEvent event) {
        return switch (event) {
            case ElfEvent elf -> of(elf);
            case RelocationEvent relocation -> of(relocation);
            case EnableEvent enable -> of(enable);
            case InitEvent init -> of(init);
            case ModinfoEvent modinfo -> of(modinfo);
            case FinalizeEvent end -> of(end);
            case ComingEvent.ByPatch byPatch -> Optional.of("the livepatch '" + byPatch.patch()
                    + "' patches this module, and does not fit it" + of(byPatch.cause()).map(why -> ": " + why)
                            .orElse(""));
            case ComingEvent.NamedVmlinux _,SymbolEvent _ -> Optional.empty();
        };
    }

    private static Optional<String> of(ElfEvent event) {
        return switch (event) {
            case ElfEvent.SignatureMalformed _ -> Optional.of("the signature at the end of the file cannot be read");
            case ElfEvent.SignatureRequired _ -> Optional.of("this kernel loads signed modules only");
            case ElfEvent.TooLarge large -> Optional.of("its sections need 0x" + Long.toHexString(large.size())
                    + " bytes, more than there are for all modules together: look at sh_size and sh_addralign");
            case ElfEvent.SymbolNameOutside outside ->
                Optional.of("the name of the symbol at " + at(outside) + " lies past the string table");
            case ElfEvent.ThisModuleTooShort struct -> Optional.of("the section .gnu.linkonce.this_module has "
                    + struct.size() + " bytes, and struct module of this kernel is longer");
            case ElfEvent.Empty _ -> Optional.of("the file is empty");
            case ElfEvent.SectionNameOutside outside -> Optional.of("the name of section " + outside.section()
                    + " lies past the end of the file");
            case ElfEvent.PercpuTooLarge _,ElfEvent.PercpuAlignment _ -> Optional.empty();
            case ElfEvent.SignatureParameters _,ElfEvent.SignatureOfOtherContent _,ElfEvent.TwoKindsOfConstructors _,ElfEvent.SignatureNotPkcs7 _,ElfEvent.Invalid _,ElfEvent.WritableAndExecutable _ ->
                Optional.empty();
        };
    }

    private static Optional<String> of(RelocationEvent event) {
        return switch (event) {
            case RelocationEvent.SymbolIndexOutside outside -> Optional.of("the relocation at " + at(outside)
                    + " refers to symbol " + outside.index() + ", and there are " + outside.count());
            case RelocationEvent.PcRelativeTruncated cut -> Optional.of("the relocation at " + at(cut)
                    + " has the value 0x" + Long.toHexString(cut.value())
                    + ", which the kernel cuts to 32 bits: look at its symbol and addend");
            case RelocationEvent.SectionOrphan orphan ->
                Optional.of("section " + orphan.section() + " is for the object '"
                        + orphan.objname() + "', which no patch of the module has: it is never applied");
            case RelocationEvent.SectionBadTarget bad -> Optional.of("section " + bad.section()
                    + " is for section " + bad.target()
                    + " (sh_info), which is not there or not loaded: it is not applied when the module is loaded");
            case RelocationEvent.OperandNotRelocated operand -> Optional.of("the operand at " + at(operand)
                    + " is 0, and no relocation fills it: a relocation of its section is missing");
            case RelocationEvent.OperandOfOtherType operand -> Optional.of("the operand at " + at(operand)
                    + " is relative to the code, and its relocation (type " + operand.type() + ") writes an address");
            case RelocationEvent.OperandLeadsNowhere operand -> Optional.of("the operand at " + at(operand)
                    + " leads to 0x" + Long.toHexString(operand.address()) + ", which is not the kernel's");
            case RelocationEvent.CodeReadAsData code -> Optional.of("the code at " + at(code) + " reads '"
                    + code.symbol() + "' as a variable, and it is a function");
            case RelocationEvent.PointerLeadsNowhere pointer -> Optional.of("the code at " + at(pointer)
                    + " follows the pointer '" + pointer.pointer() + "', which is 0x"
                    + Long.toHexString(pointer.value()) + " and never changes");
            case RelocationEvent.NotReloadable _,RelocationEvent.SectionNotFlagged _,RelocationEvent.LivepatchSymbolInOrdinarySection _,RelocationEvent.SectionNotAlloc _,RelocationEvent.OffsetOutsideSection _,RelocationEvent.Refusal _ ->
                Optional.empty();
        };
    }

    private static Optional<String> of(ModinfoEvent event) {
        return switch (event) {
            case ModinfoEvent.NameTaken taken ->
                Optional.of("a module '" + taken.module() + "' is loaded: unload it before");
            case ModinfoEvent.NoVermagic _ ->
                Optional.of("it has no vermagic, and the kernel does not force modules in");
            case ModinfoEvent.NoVersions _,ModinfoEvent.ExportsWithoutVersions _ ->
                Optional.of("CRCs of symbols are missing, and the kernel does not force modules in");
            case ModinfoEvent.VermagicDiffers _,ModinfoEvent.ModuleLayoutDiffers _,ModinfoEvent.NoRetpoline _,ModinfoEvent.Taints _,ModinfoEvent.LicenseNotGpl _,ModinfoEvent.LivepatchNotSupported _ ->
                Optional.empty();
        };
    }

    private static Optional<String> of(FinalizeEvent event) {
        return switch (event) {
            case FinalizeEvent.LateSpecialSection late -> Optional.of(late.section()
                    + " is applied when its object comes; the kernel works off " + late.target()
                    + " before, with entries that are still 0");
            case FinalizeEvent.NoSuchSite site -> Optional.of("the entry at " + at(site) + " leads to "
                    + site.target() + ", which is not the code that it should be");
            case FinalizeEvent.NotAtFentry bad -> Optional.of("the entry at " + at(bad) + " leads to 0x"
                    + Long.toHexString(bad.address())
                    + ", where there is no call of __fentry__: ftrace turns itself off,"
                    + " and livepatching with it");
            case FinalizeEvent.ThisModuleReadOnly struct -> Optional.of("struct module lies in a section that is not"
                    + " writable, and the kernel writes to it: " + at(struct));
            case FinalizeEvent.LastEntryCut cut -> Optional.of("section " + cut.section() + " has " + cut.size()
                    + " bytes, and an entry has " + cut.entrySize() + ": the last one is lost: " + at(cut));
            case FinalizeEvent.KeyOutside key -> Optional.of("the static key of the jump label at " + at(key) + ", "
                    + key.key() + ", is not wholly in one variable");
            case FinalizeEvent.EmptyModuleName _,FinalizeEvent.SectionsOfOneName _ -> Optional.empty();
            case FinalizeEvent.DuplicateExport _,FinalizeEvent.UnwindTablesDiffer _ -> Optional.empty();
        };
    }

    private static Optional<String> of(InitEvent event) {
        return switch (event) {
            case InitEvent.Fails fails -> Optional.of("the init function returns " + fails.errno().name()
                    + " by itself: " + at(fails));
            case InitEvent.FailsAfterEnable fails -> Optional.of("the init function returns " + fails.errno().name()
                    + " after klp_enable_patch() has succeeded: the kernel frees the module, and calls into it");
            case InitEvent.Crash crash -> Optional.of("the init function crashes: " + crash.why() + " at " + at(crash));
            case InitEvent.FailureIgnored ignored -> Optional.of("klp_enable_patch() refuses, and the init function"
                    + " returns 0 all the same: the module stays, and patches nothing");
            case InitEvent.NeverEnabled never -> Optional.of("the init function never calls klp_enable_patch(): the"
                    + " module stays, and patches nothing: " + at(never));
            case InitEvent.PositiveReturn _,InitEvent.NoExit _ -> Optional.empty();
        };
    }

    private static Optional<String> of(EnableEvent event) {
        return switch (event) {
            case EnableEvent.BadField field -> Optional.of(field(field.what()) + ": " + at(field));
            case EnableEvent.SharedFuncs shared -> Optional.of("two objects share one funcs array, whose lists are"
                    + " initialised twice: " + at(shared));
            case EnableEvent.ReplacementNotCode data -> Optional.of("new_func '" + data.newFunc()
                    + "' lies in memory that cannot be run: " + at(data));
            case EnableEvent.TableInInitMemory init -> Optional.of("the table at " + at(init)
                    + " lies in memory that is freed once init has run: it must not be __initdata");
            case EnableEvent.BadPointer pointer ->
                Optional.of("the pointer '" + pointer.member() + "' at " + at(pointer)
                        + " leads to 0x" + Long.toHexString(pointer.pointer()) + ", which is not the module's");
            case EnableEvent.ReplacementInsideFunction inside -> Optional.of("new_func at " + at(inside)
                    + " leads into the middle of '" + inside.newFunc() + "', not to its start");
            case EnableEvent.CallbackFails _ -> Optional.empty();
            case EnableEvent.CallbackCrashes crash -> Optional.of("the callback '" + crash.callback() + "' crashes: "
                    + crash.why() + " at " + at(crash));
            case EnableEvent.FunctionInInitMemory init -> Optional.of("'" + init.oldName() + "' of " + init.object()
                    + " lies in memory that is freed once that module's init has run: it cannot be patched");
            case EnableEvent.SameCodeTwice twice -> Optional.of("'" + twice.oldName() + "' and '" + twice.other()
                    + "' are two names of one piece of code: with both patched the transition may never complete");
            case EnableEvent.NotAString string -> Optional.of("the '" + string.member() + "' at " + at(string)
                    + " leads to no string");
            case EnableEvent.FirstPatchLeftBehind _ ->
                Optional.of("klp_enable_patch() refuses the module's second patch, and"
                        + " init fails: the kernel frees the module, whose first patch is enabled, and calls into it");
            case EnableEvent.TablesOverlap overlap -> Optional.of("the table at " + at(overlap)
                    + " runs into another one: the all-zero entry at the end of an array is missing");
            case EnableEvent.TableReadOnly table -> Optional.of("the table at " + at(table)
                    + " is read-only, and the kernel writes into it: it must not be const");
            case EnableEvent.EnabledTwice twice -> Optional.of("klp_enable_patch() is called twice for the patch at "
                    + at(twice));
            case EnableEvent.ReplacementInInitMemory init -> Optional.of("new_func '" + init.newFunc()
                    + "' lies in memory that is freed once init has run: it must not be __init");
            case EnableEvent.ReplacementElsewhere elsewhere -> Optional.of("new_func for '" + elsewhere.oldName()
                    + "' is a function of the kernel itself: " + at(elsewhere));
            case EnableEvent.ReplacementEmpty empty -> Optional.of("'" + empty.newFunc() + "' does nothing, and '"
                    + empty.oldName() + "' is what the kernel cannot run without");
            case EnableEvent.FtraceDisabled _,EnableEvent.NotCompatible _,EnableEvent.TableWithoutEnd _,EnableEvent.HiddenEntries _,EnableEvent.NeverLoaded _,EnableEvent.NotMarkedLivepatch _,EnableEvent.EmptyObjectName _,EnableEvent.SameDirectory _,EnableEvent.FuncNotResolved _,EnableEvent.NoSize _,EnableEvent.NotTraceable _ ->
                Optional.empty();
        };
    }

    private static String field(EnableEvent.Missing what) {
        return switch (what) {
            case PATCH -> "klp_enable_patch() is called with NULL";
            case PATCH_MOD -> "mod of the patch is NULL";
            case PATCH_OBJS -> "objs of the patch is NULL";
            case OBJECT_FUNCS -> "funcs of an object is NULL";
            case OLD_NAME -> "old_name of a func is NULL";
            case NEW_FUNC -> "new_func of a func is NULL";
            case OBJECT_NAME_TOO_LONG -> "the name of an object is longer than a module's can be";
            case OLD_NAME_TOO_LONG -> "an old_name is longer than a symbol's can be";
        };
    }

    /** {@code SECTION+OFFSET (SYMBOL)}, as far as it is known. */
    private static String at(LoadEvent event) {
        String place = event.place().section().orElse("the file");
        if (event.place().offset().isPresent()) {
            place += "+0x" + Long.toHexString(event.place().offset().getAsLong());
        }
        return place + event.place().symbol().filter(name -> !name.isEmpty()).map(name -> " (" + name + ")").orElse("");
    }
}
