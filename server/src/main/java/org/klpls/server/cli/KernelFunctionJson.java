package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.klpls.core.facts.KernelFunctionFacts;
import org.klpls.core.facts.KernelFunctionFacts.Clone;
import org.klpls.core.facts.KernelFunctionFacts.CodeFacts;
import org.klpls.core.facts.KernelFunctionFacts.DefinitionFacts;
import org.klpls.core.facts.KernelFunctionFacts.OccurrenceFacts;
import org.klpls.core.facts.KernelFunctionFacts.Patchable;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SourceFunction;
import org.klpls.core.model.ObjectName;

/** What {@code klpls kernel function --format json} prints, see docs/cli.md. */
final class KernelFunctionJson {
    private KernelFunctionJson() {}

    static JsonObject of(KernelFunctionFacts facts) {
        JsonArray items = new JsonArray();
        facts.occurrences().forEach(occurrence -> items.add(occurrence(facts, occurrence)));
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", 1);
        json.addProperty("name", facts.name());
        json.add("occurrences", items);
        json.add("clones", clones(facts));
        json.add("otherObjects", strings(facts.others().stream().map(ObjectName::text).toList()));
        Optional<KernelProblem> missing = facts.inlinesMissing();
        if (missing.isPresent()) {
            json.add("functions", JsonNull.INSTANCE);
            json.add("skipped", skipped(missing.get()));
        } else {
            JsonArray functions = new JsonArray();
            facts.definitions().forEach(definition -> functions.add(definition(definition)));
            json.add("functions", functions);
            json.add("skipped", new JsonArray());
        }
        return json;
    }

    private static JsonArray skipped(KernelProblem missing) {
        JsonObject item = new JsonObject();
        item.addProperty("check", "inlines");
        item.addProperty("reason", missing.message());
        item.addProperty("remedy", missing.remedy());
        JsonArray array = new JsonArray();
        array.add(item);
        return array;
    }

    private static JsonObject occurrence(KernelFunctionFacts facts, OccurrenceFacts occurrence) {
        KernelSymbol symbol = occurrence.symbol();
        JsonObject json = symbol(symbol);
        json.addProperty("size", symbol.size().isPresent() ? symbol.size().getAsLong() : null);
        json.addProperty("source", occurrence.function().map(KernelFunctionJson::source).orElse(null));
        json.addProperty("after", occurrence.before().map(KernelSymbol::name).orElse(null));
        json.addProperty("patchable", patchable(occurrence.patchable()));
        json.add("reasons", strings(occurrence.reasons()));
        json.addProperty("advice", occurrence.advice().orElse(null));
        json.add("sameCodeAs", strings(occurrence.sameCodeAs()));
        Optional<DefinitionFacts> definition = facts.definitions()
                .stream()
                .filter(d -> occurrence.function().filter(d.function()::equals).isPresent())
                .findFirst();
        if (facts.inlinesMissing().isPresent()) {
            json.add("inlinedInto", JsonNull.INSTANCE);
        } else {
            json.add("inlinedInto", inlinedInto(definition.map(DefinitionFacts::inlinedInto).orElse(List.of())));
        }
        json.add("clones", clones(facts));
        json.addProperty("prototype", facts.prototype().orElse(null));
        return json;
    }

    private static JsonObject symbol(KernelSymbol symbol) {
        JsonObject json = new JsonObject();
        json.addProperty("object", symbol.object().text());
        json.addProperty("sympos", symbol.sympos());
        json.addProperty("address", "0x" + String.format("%016x", symbol.address()));
        return json;
    }

    private static @Nullable String source(SourceFunction function) {
        return function.source().map(Object::toString).orElse(null);
    }

    private static @Nullable Boolean patchable(Patchable patchable) {
        return switch (patchable) {
            case YES -> Boolean.TRUE;
            case NO -> Boolean.FALSE;
            case UNKNOWN -> null;
        };
    }

    private static JsonObject definition(DefinitionFacts definition) {
        JsonObject json = new JsonObject();
        json.addProperty("name", definition.function().name());
        json.addProperty("source", source(definition.function()));
        json.add("symbols", codes(definition.symbols()));
        json.add("inlinedInto", inlinedInto(definition.inlinedInto()));
        json.add("patch", codes(definition.own()));
        json.add("patchCallers", codes(definition.callers()));
        json.add("ranAtBoot", codes(definition.gone()));
        json.add("outOfReach", codes(definition.beyondReach()));
        return json;
    }

    private static JsonArray inlinedInto(List<CodeFacts> hosts) {
        JsonArray array = new JsonArray();
        hosts.forEach(host -> {
            JsonObject json = new JsonObject();
            json.addProperty("function", host.name());
            json.addProperty("sympos", host.sympos());
            json.addProperty("copies", host.copies());
            json.addProperty("patchable", patchable(host.patchable()));
            json.add("reasons", strings(host.reasons()));
            array.add(json);
        });
        return array;
    }

    /** A sympos of 0 is what a livepatch gives for a unique name. */
    private static JsonArray codes(List<CodeFacts> codes) {
        JsonArray array = new JsonArray();
        codes.forEach(code -> {
            JsonObject json = new JsonObject();
            json.addProperty("name", code.name());
            json.addProperty("sympos", code.sympos());
            json.addProperty("patchable", patchable(code.patchable()));
            json.add("reasons", strings(code.reasons()));
            array.add(json);
        });
        return array;
    }

    private static JsonArray clones(KernelFunctionFacts facts) {
        return strings(facts.clones().stream().map(Clone::name).toList());
    }

    private static JsonArray strings(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
