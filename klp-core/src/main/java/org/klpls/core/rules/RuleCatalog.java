package org.klpls.core.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rules.module.ElfAlignNotPow2;
import org.klpls.core.rules.module.ElfClassMismatch;
import org.klpls.core.rules.module.ElfInvalid;
import org.klpls.core.rules.module.ElfStrtabUnterminated;
import org.klpls.core.rules.module.ElfSymnameBounds;
import org.klpls.core.rules.module.ElfSymtabEntsize;
import org.klpls.core.rules.module.ElfWxSection;
import org.klpls.core.rules.module.EventRule;
import org.klpls.core.rules.module.KlpCallbackFailed;
import org.klpls.core.rules.module.KlpInitCrashes;
import org.klpls.core.rules.module.KlpInitFails;
import org.klpls.core.rules.module.KlpModuleDependency;
import org.klpls.core.rules.module.KlpNewFuncBadOperand;
import org.klpls.core.rules.module.KlpNewFuncEmpty;
import org.klpls.core.rules.module.KlpNewFuncInKernel;
import org.klpls.core.rules.module.KlpNewFuncNotCode;
import org.klpls.core.rules.module.KlpNotConverted;
import org.klpls.core.rules.module.KlpNotSupportedByKernel;
import org.klpls.core.rules.module.KlpRelaBadName;
import org.klpls.core.rules.module.KlpRelaBadTarget;
import org.klpls.core.rules.module.KlpRelaMissingFlag;
import org.klpls.core.rules.module.KlpRelaNotAlloc;
import org.klpls.core.rules.module.KlpRelaNotRela;
import org.klpls.core.rules.module.KlpRelaNotReloadable;
import org.klpls.core.rules.module.KlpRelaOrphanObject;
import org.klpls.core.rules.module.KlpRelocUnneeded;
import org.klpls.core.rules.module.KlpSpecialSectionLateReloc;
import org.klpls.core.rules.module.KlpSymAmbiguous;
import org.klpls.core.rules.module.KlpSymBadName;
import org.klpls.core.rules.module.KlpSymInNormalRela;
import org.klpls.core.rules.module.KlpSymNotFound;
import org.klpls.core.rules.module.KlpSymNotLivepatchShndx;
import org.klpls.core.rules.module.KlpSymSymposOutOfRange;
import org.klpls.core.rules.module.KlpSymTrailingJunk;
import org.klpls.core.rules.module.KlpSymVmlinuxInModuleSection;
import org.klpls.core.rules.module.KlpTableBadPointer;
import org.klpls.core.rules.module.McountLocNotFentry;
import org.klpls.core.rules.module.ModBadSite;
import org.klpls.core.rules.module.ModCtorsAndInitArray;
import org.klpls.core.rules.module.ModModinfoNotAlloc;
import org.klpls.core.rules.module.ModNoRetpoline;
import org.klpls.core.rules.module.ModNoVermagic;
import org.klpls.core.rules.module.ModNoVersions;
import org.klpls.core.rules.module.ModPercpu;
import org.klpls.core.rules.module.ModSigMalformed;
import org.klpls.core.rules.module.ModTooLarge;
import org.klpls.core.rules.module.ModUnsigned;
import org.klpls.core.rules.module.ModVermagicMismatch;
import org.klpls.core.rules.module.ModuleCallbackDuplicate;
import org.klpls.core.rules.module.ModuleContext;
import org.klpls.core.rules.module.ModuleEnableTwice;
import org.klpls.core.rules.module.ModuleInitFailsAfterEnable;
import org.klpls.core.rules.module.ModuleInitPositiveReturn;
import org.klpls.core.rules.module.ModuleLicenseNotGpl;
import org.klpls.core.rules.module.ModuleModinfoMissing;
import org.klpls.core.rules.module.ModuleNewFuncInInit;
import org.klpls.core.rules.module.ModulePatchNeverEnabled;
import org.klpls.core.rules.module.ModulePatchNullField;
import org.klpls.core.rules.module.ModuleTableConst;
import org.klpls.core.rules.module.ModuleTableInInit;
import org.klpls.core.rules.module.ModverExportNoCrc;
import org.klpls.core.rules.module.ModverMismatch;
import org.klpls.core.rules.module.ModverMissing;
import org.klpls.core.rules.module.OrcSizeMismatch;
import org.klpls.core.rules.module.RelaEntsize;
import org.klpls.core.rules.module.RelaLinkNotSymtab;
import org.klpls.core.rules.module.RelocMissing;
import org.klpls.core.rules.module.RelocNotRelative;
import org.klpls.core.rules.module.RelocOffsetBounds;
import org.klpls.core.rules.module.RelocOverflow;
import org.klpls.core.rules.module.RelocPc32Truncated;
import org.klpls.core.rules.module.RelocRelUnsupported;
import org.klpls.core.rules.module.RelocSymBounds;
import org.klpls.core.rules.module.RelocTargetNonzero;
import org.klpls.core.rules.module.RelocUnknownType;
import org.klpls.core.rules.module.SymBadShndx;
import org.klpls.core.rules.module.SymCommon;
import org.klpls.core.rules.module.SymExportDuplicate;
import org.klpls.core.rules.module.SymGplOnly;
import org.klpls.core.rules.module.SymNamespaceNotImported;
import org.klpls.core.rules.module.SymUnresolved;
import org.klpls.core.rules.pair.KlpModuleStale;
import org.klpls.core.rules.pair.PairContext;
import org.klpls.core.rules.source.AsmRelaOrphanObject;
import org.klpls.core.rules.source.AsmSymNotResolved;
import org.klpls.core.rules.source.AsmSymVmlinuxInModuleSection;
import org.klpls.core.rules.source.KlpApiNotYet;
import org.klpls.core.rules.source.KlpApiRemoved;
import org.klpls.core.rules.source.KlpCallbackDuplicate;
import org.klpls.core.rules.source.KlpCallbackPrototype;
import org.klpls.core.rules.source.KlpEnableNotInInit;
import org.klpls.core.rules.source.KlpEnableResultDropped;
import org.klpls.core.rules.source.KlpEnableTwice;
import org.klpls.core.rules.source.KlpExportedSignature;
import org.klpls.core.rules.source.KlpFuncPointerEscapes;
import org.klpls.core.rules.source.KlpInitFailsAfterEnable;
import org.klpls.core.rules.source.KlpInitPositiveReturn;
import org.klpls.core.rules.source.KlpKallsymsFirstMatch;
import org.klpls.core.rules.source.KlpKallsymsNotFound;
import org.klpls.core.rules.source.KlpKallsymsOtherName;
import org.klpls.core.rules.source.KlpMarkIgnored;
import org.klpls.core.rules.source.KlpModinfoMissing;
import org.klpls.core.rules.source.KlpModuleNamedVmlinux;
import org.klpls.core.rules.source.KlpNameUndeclared;
import org.klpls.core.rules.source.KlpNewFuncCallsItself;
import org.klpls.core.rules.source.KlpNewFuncInInit;
import org.klpls.core.rules.source.KlpNewFuncSignatureMismatch;
import org.klpls.core.rules.source.KlpNewFuncStaticInline;
import org.klpls.core.rules.source.KlpNewFuncUnlisted;
import org.klpls.core.rules.source.KlpNoExit;
import org.klpls.core.rules.source.KlpObjsShared;
import org.klpls.core.rules.source.KlpPatchNeverEnabled;
import org.klpls.core.rules.source.KlpPatchNotModuleLifetime;
import org.klpls.core.rules.source.KlpPatchNullField;
import org.klpls.core.rules.source.KlpPatchOtherModule;
import org.klpls.core.rules.source.KlpPatchedFuncsLine;
import org.klpls.core.rules.source.KlpRegisterOrder;
import org.klpls.core.rules.source.KlpReplaceWithCallbacks;
import org.klpls.core.rules.source.KlpShadowNotFreed;
import org.klpls.core.rules.source.KlpShadowSizeDiffers;
import org.klpls.core.rules.source.KlpStateDuplicate;
import org.klpls.core.rules.source.KlpStatesMissingTerminator;
import org.klpls.core.rules.source.KlpStaticDataDuplicated;
import org.klpls.core.rules.source.KlpStructLayoutDiffers;
import org.klpls.core.rules.source.KlpSymbolPrototype;
import org.klpls.core.rules.source.KlpTableConst;
import org.klpls.core.rules.source.KlpTableInInit;
import org.klpls.core.rules.source.KlpTableNotStatic;
import org.klpls.core.rules.source.KlpTemplateNotExpanded;
import org.klpls.core.rules.source.ModLicenseNotGpl;
import org.klpls.core.rules.source.SourceContext;
import org.klpls.core.rules.source.SourceNewFuncNotCode;
import org.klpls.core.rules.source.SourceSymUnresolved;
import org.klpls.core.rules.table.KlpFuncAlias;
import org.klpls.core.rules.table.KlpFuncDuplicate;
import org.klpls.core.rules.table.KlpFuncNameTooLong;
import org.klpls.core.rules.table.KlpFuncNoNewFunc;
import org.klpls.core.rules.table.KlpFuncNoOldName;
import org.klpls.core.rules.table.KlpFuncNotFound;
import org.klpls.core.rules.table.KlpFuncsMissingTerminator;
import org.klpls.core.rules.table.KlpFuncsShared;
import org.klpls.core.rules.table.KlpObjectDuplicate;
import org.klpls.core.rules.table.KlpObjectModuleBuiltin;
import org.klpls.core.rules.table.KlpObjectNameNotModname;
import org.klpls.core.rules.table.KlpObjectNameTooLong;
import org.klpls.core.rules.table.KlpObjectNamedVmlinux;
import org.klpls.core.rules.table.KlpObjectNullFuncs;
import org.klpls.core.rules.table.KlpObjectUnknown;
import org.klpls.core.rules.table.KlpObjsMissingTerminator;
import org.klpls.core.rules.table.KlpPatchEmpty;
import org.klpls.core.rules.table.KlpSymposOutOfRange;
import org.klpls.core.rules.table.KlpSymposRequired;
import org.klpls.core.rules.table.KlpTableEarlyTerminator;
import org.klpls.core.rules.table.KlpTargetAsm;
import org.klpls.core.rules.table.KlpTargetClone;
import org.klpls.core.rules.table.KlpTargetColdPart;
import org.klpls.core.rules.table.KlpTargetCoreMachinery;
import org.klpls.core.rules.table.KlpTargetData;
import org.klpls.core.rules.table.KlpTargetExit;
import org.klpls.core.rules.table.KlpTargetInit;
import org.klpls.core.rules.table.KlpTargetInlinedAway;
import org.klpls.core.rules.table.KlpTargetInlinedIntoUnpatchable;
import org.klpls.core.rules.table.KlpTargetLongSleeper;
import org.klpls.core.rules.table.KlpTargetNeverReturns;
import org.klpls.core.rules.table.KlpTargetNoinstr;
import org.klpls.core.rules.table.KlpTargetNotrace;
import org.klpls.core.rules.table.KlpTargetPartiallyInlined;
import org.klpls.core.rules.table.KlpTargetSyscallCompat;
import org.klpls.core.rules.table.KlpTargetSyscallInner;
import org.klpls.core.rules.table.KlpTargetUntracedFile;
import org.klpls.core.rules.table.KlpTargetWeak;
import org.klpls.core.rules.table.TableContext;

/** Every rule there is, by what it looks at. To add one, add its line here and its page in docs/rules. */
public record RuleCatalog(List<Rule<TableContext>> table, List<Rule<SourceContext>> source,
        List<Rule<PairContext>> pair, List<Rule<ModuleContext>> module) {

    public static final RuleCatalog ALL = new RuleCatalog(
            List.of(
                    new KlpFuncNotFound(),
                    new KlpSymposRequired(),
                    new KlpSymposOutOfRange(),
                    new KlpTargetNotrace(),
                    new KlpTargetInit(),
                    new KlpTargetNoinstr(),
                    new KlpObjectNamedVmlinux(),
                    new KlpObjectNameNotModname(),
                    new KlpFuncsMissingTerminator(),
                    new KlpObjsMissingTerminator(),
                    new KlpTableEarlyTerminator(),
                    new KlpFuncDuplicate(),
                    new KlpFuncAlias(),
                    new KlpFuncNoOldName(),
                    new KlpFuncNoNewFunc(),
                    new KlpFuncNameTooLong(),
                    new KlpFuncsShared(),
                    new KlpObjectDuplicate(),
                    new KlpObjectNameTooLong(),
                    new KlpObjectNullFuncs(),
                    new KlpPatchEmpty(),
                    new KlpTargetData(),
                    new KlpTargetExit(),
                    new KlpTargetAsm(),
                    new KlpTargetColdPart(),
                    new KlpTargetClone(),
                    new KlpTargetSyscallInner(),
                    new KlpTargetSyscallCompat(),
                    new KlpTargetCoreMachinery(),
                    new KlpTargetNeverReturns(),
                    new KlpTargetLongSleeper(),
                    new KlpTargetInlinedAway(),
                    new KlpTargetInlinedIntoUnpatchable(),
                    new KlpTargetPartiallyInlined(),
                    new KlpTargetWeak(),
                    new KlpTargetUntracedFile(),
                    new KlpObjectUnknown(),
                    new KlpObjectModuleBuiltin()),
            List.of(
                    new KlpModinfoMissing(),
                    new ModLicenseNotGpl(),
                    new KlpPatchNullField(),
                    new KlpPatchOtherModule(),
                    new KlpPatchNotModuleLifetime(),
                    new KlpTableConst(),
                    new KlpTableInInit(),
                    new KlpTableNotStatic(),
                    new KlpPatchNeverEnabled(),
                    new KlpEnableNotInInit(),
                    new KlpEnableResultDropped(),
                    new KlpEnableTwice(),
                    new KlpInitFailsAfterEnable(),
                    new KlpInitPositiveReturn(),
                    new KlpNoExit(),
                    new KlpStateDuplicate(),
                    new KlpStatesMissingTerminator(),
                    new KlpReplaceWithCallbacks(),
                    new KlpObjsShared(),
                    new KlpModuleNamedVmlinux(),
                    new KlpApiRemoved(),
                    new KlpApiNotYet(),
                    new KlpShadowNotFreed(),
                    new KlpShadowSizeDiffers(),
                    new SourceSymUnresolved(),
                    new SourceNewFuncNotCode(),
                    new KlpNewFuncSignatureMismatch(),
                    new KlpStructLayoutDiffers(),
                    new KlpExportedSignature(),
                    new KlpNewFuncInInit(),
                    new KlpNewFuncStaticInline(),
                    new KlpStaticDataDuplicated(),
                    new KlpFuncPointerEscapes(),
                    new KlpNewFuncCallsItself(),
                    new KlpPatchedFuncsLine(),
                    new KlpNewFuncUnlisted(),
                    AsmSymNotResolved.notFound(),
                    AsmSymNotResolved.ambiguous(),
                    AsmSymNotResolved.symposOutOfRange(),
                    new AsmSymVmlinuxInModuleSection(),
                    new AsmRelaOrphanObject(),
                    new KlpKallsymsNotFound(),
                    new KlpKallsymsFirstMatch(),
                    new KlpKallsymsOtherName(),
                    new KlpSymbolPrototype(),
                    new KlpRegisterOrder(),
                    new KlpCallbackPrototype(),
                    new KlpCallbackDuplicate(),
                    new KlpMarkIgnored(),
                    new KlpNameUndeclared(),
                    new KlpTemplateNotExpanded()),
            List.of(
                    new KlpModuleStale()),
            andInvalidFiles(List.of(
                    new KlpSymBadName(),
                    new KlpSymNotLivepatchShndx(),
                    new KlpSymNotFound(),
                    new KlpSymAmbiguous(),
                    new KlpSymSymposOutOfRange(),
                    new KlpRelaBadName(),
                    new KlpRelaNotAlloc(),
                    new KlpRelaMissingFlag(),
                    new KlpSymInNormalRela(),
                    new RelocUnknownType(),
                    new RelocTargetNonzero(),
                    new RelocOverflow(),
                    new RelocOffsetBounds(),
                    new ModVermagicMismatch(),
                    new ModuleLicenseNotGpl(),
                    new ModuleModinfoMissing(),
                    new ModulePatchNullField(),
                    new ModuleTableInInit(),
                    new KlpNewFuncNotCode(),
                    new ModuleInitFailsAfterEnable(),
                    new ModuleTableConst(),
                    new ModuleInitPositiveReturn(),
                    new ModulePatchNeverEnabled(),
                    new SymUnresolved(),
                    new ModverMismatch(),
                    new ModverMissing(),
                    new SymCommon(),
                    new SymBadShndx(),
                    new RelocSymBounds(),
                    new KlpRelaOrphanObject(),
                    new ElfWxSection(),
                    new ModuleEnableTwice(),
                    new ElfSymnameBounds(),
                    new ModTooLarge(),
                    new ModPercpu(),
                    new ModModinfoNotAlloc(),
                    new KlpCallbackFailed(),
                    new ModuleCallbackDuplicate(),
                    new ModCtorsAndInitArray(),
                    new ModSigMalformed(),
                    new ModUnsigned(),
                    new ModNoVermagic(),
                    new ModNoVersions(),
                    new ModverExportNoCrc(),
                    new KlpNotSupportedByKernel(),
                    new ModNoRetpoline(),
                    new SymGplOnly(),
                    new SymNamespaceNotImported(),
                    new KlpModuleDependency(),
                    new KlpNotConverted(),
                    new KlpSymVmlinuxInModuleSection(),
                    new RelocRelUnsupported(),
                    new RelocPc32Truncated(),
                    new RelocMissing(),
                    new RelocNotRelative(),
                    new KlpRelaBadTarget(),
                    new KlpRelaNotReloadable(),
                    new SymExportDuplicate(),
                    new ModBadSite(),
                    new McountLocNotFentry(),
                    new OrcSizeMismatch(),
                    new KlpSpecialSectionLateReloc(),
                    new KlpInitFails(),
                    new KlpInitCrashes(),
                    new ModuleNewFuncInInit(),
                    new KlpNewFuncEmpty(),
                    new KlpNewFuncBadOperand(),
                    new KlpNewFuncInKernel(),
                    new KlpTableBadPointer(),
                    new KlpSymTrailingJunk(),
                    new KlpRelaNotRela(),
                    new ElfClassMismatch(),
                    new ElfAlignNotPow2(),
                    new ElfStrtabUnterminated(),
                    new ElfSymtabEntsize(),
                    new RelaLinkNotSymtab(),
                    new RelaEntsize(),
                    new KlpRelocUnneeded())));

    /** With one rule for each thing that makes a file no module, and for each event that is told by itself. */
    private static List<Rule<ModuleContext>> andInvalidFiles(List<Rule<ModuleContext>> rules) {
        return Stream.<List<? extends Rule<ModuleContext>>>of(ElfInvalid.ALL, rules, EventRule.ALL)
                .<Rule<ModuleContext>>flatMap(List::stream).toList();
    }

    public RuleCatalog {
        table = List.copyOf(table);
        source = List.copyOf(source);
        pair = List.copyOf(pair);
        module = List.copyOf(module);
    }

    /** What {@code klpls rules} lists, in alphabetical order: the rules, and what the engine itself reports. */
    public List<RuleInfo> infos() {
        Stream<RuleInfo> ofRules = Stream.<List<? extends Rule<?>>>of(table, source, pair, module).flatMap(List::stream)
                .map(Rule::info);
        // a code that both a source and a module can show has a rule for each
        Map<String, RuleInfo> byCode = new TreeMap<>();
        Stream.concat(ofRules, EngineCodes.ALL.stream()).forEach(info -> byCode.putIfAbsent(info.code(), info));
        return List.copyOf(byCode.values());
    }

    public Optional<RuleInfo> info(String code) {
        return infos().stream().filter(i -> i.code().equals(code)).findFirst();
    }
}
