package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.Errno;
import org.klpls.core.loader.Step;
import org.klpls.core.loader.Verdict;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Located;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.report.FindingJson;
import org.klpls.core.report.ReportOptions;
import org.klpls.core.rule.Skipped;

/** A verdict as docs/cli.md has it. */
final class VerdictJson {
    private VerdictJson() {}

    static JsonObject of(Verified verified, TargetKernel kernel, ReportOptions options) {
        Verdict verdict = verified.verdict();
        JsonObject json = new JsonObject();
        json.addProperty("path", verified.path().toString());
        json.addProperty("name", verified.module().map(LivepatchModule::name).orElse(null));
        json.addProperty("outcome", verdict.outcome().id());
        json.addProperty("stage", verdict.stage().id());
        json.addProperty("errno", verdict.errno().map(Errno::name).orElse(null));
        JsonArray messages = new JsonArray();
        verdict.kernelMessages().forEach(messages::add);
        json.add("kernelMessages", messages);
        JsonArray reasons = new JsonArray();
        verdict.unsaid().forEach(reasons::add);
        json.add("reasons", reasons);
        json.add("steps", steps(verdict.steps()));
        json.add("findings", FindingJson.of(verified.findings(), options));
        json.add("skipped", skipped(verdict.skipped()));
        JsonArray patches = new JsonArray();
        verified.patches().forEach(patch -> functions(patch, kernel, patches));
        json.add("patches", patches);
        return json;
    }

    private static JsonArray steps(List<Step> steps) {
        JsonArray items = new JsonArray();
        for (Step step : steps) {
            JsonObject item = new JsonObject();
            item.addProperty("stage", step.stage().id());
            item.addProperty("what", step.what());
            items.add(item);
        }
        return items;
    }

    private static JsonArray skipped(List<Skipped> skipped) {
        JsonArray items = new JsonArray();
        for (Skipped one : skipped) {
            JsonObject item = new JsonObject();
            item.addProperty("check", one.check());
            item.addProperty("reason", one.reason());
            item.addProperty("remedy", one.remedy());
            items.add(item);
        }
        return items;
    }

    private static void functions(KlpPatch patch, TargetKernel kernel, JsonArray into) {
        for (KlpObject object : patch.objects().entries()) {
            object.funcs()
                    .ifPresent(table -> table.entries().forEach(func -> into.add(function(object, func, kernel))));
        }
    }

    private static JsonObject function(KlpObject object, KlpFunc func, TargetKernel kernel) {
        Optional<String> oldName = func.oldName().map(Located::value);
        Optional<String> address = oldName.flatMap(
                name -> kernel.lookup(object.objectName(), name,
                        func.symposOrZero()) instanceof SymbolLookup.Found found
                                ? Optional.of("0x" + String.format("%016x", found.symbol().address()))
                                : Optional.empty());
        JsonObject json = new JsonObject();
        json.addProperty("object", object.objectName().text());
        json.addProperty("oldName", oldName.orElse(null));
        json.addProperty("sympos", func.symposOrZero());
        json.addProperty("newFunc", func.newFunc().map(Located::value).orElse(null));
        json.addProperty("address", address.orElse(null));
        return json;
    }
}
