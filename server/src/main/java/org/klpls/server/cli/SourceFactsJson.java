package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.core.facts.SourceFacts;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.report.FindingJson;

/** What a C file declares, as docs/cli.md has it. */
final class SourceFactsJson {
    private SourceFactsJson() {}

    static JsonObject of(SourceFacts facts) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", 1);
        json.add("functions", array(facts.functions(), SourceFactsJson::function));
        json.add("records", array(facts.records(), SourceFactsJson::record));
        json.add("typedefs", array(facts.typedefs(), SourceFactsJson::typedef));
        json.add("variables", array(facts.variables(), SourceFactsJson::variable));
        json.add("patches", array(facts.patches(), SourceFactsJson::patch));
        json.add("problems", array(facts.problems(), SourceFactsJson::problem));
        return json;
    }

    private static JsonObject function(SourceFacts.Function function) {
        JsonObject json = new JsonObject();
        json.addProperty("name", function.name());
        json.addProperty("storage", SourceFactsText.storage(function.isStatic()));
        json.addProperty("inline", function.isInline());
        json.add("attributes", strings(function.attributes()));
        json.addProperty("type", function.type());
        addPlace(json, function.place());
        json.addProperty("endLine", function.endLine());
        json.addProperty("definition", function.isDefinition());
        return json;
    }

    private static JsonObject variable(SourceFacts.Variable variable) {
        JsonObject json = new JsonObject();
        json.addProperty("name", variable.name());
        json.addProperty("storage", SourceFactsText.storage(variable.isStatic()));
        json.add("attributes", strings(variable.attributes()));
        json.addProperty("type", variable.type());
        json.addProperty("size", number(variable.size()));
        json.addProperty("align", variable.align());
        addPlace(json, variable.place());
        json.addProperty("definition", variable.isDefinition());
        return json;
    }

    private static JsonObject typedef(SourceFacts.Typedef typedef) {
        JsonObject json = new JsonObject();
        json.addProperty("name", typedef.name());
        json.addProperty("type", typedef.type());
        addPlace(json, typedef.place());
        return json;
    }

    private static JsonObject record(SourceFacts.Struct record) {
        JsonObject json = new JsonObject();
        json.addProperty("tag", record.tag().orElse(null));
        json.addProperty("kind", record.kind());
        json.addProperty("size", number(record.size()));
        json.addProperty("align", number(record.align()));
        json.add("members", array(record.members(), SourceFactsJson::member));
        addPlace(json, record.place());
        return json;
    }

    private static JsonObject member(SourceFacts.Member member) {
        JsonObject json = new JsonObject();
        json.addProperty("name", member.name().orElse(null));
        json.addProperty("offsetBits", member.offsetBits());
        json.addProperty("sizeBits", member.sizeBits());
        json.addProperty("type", member.type());
        return json;
    }

    private static JsonObject patch(KlpPatch patch) {
        JsonObject json = new JsonObject();
        json.addProperty("variable", patch.variable());
        json.addProperty("replace", patch.replace());
        addRange(json, patch.place());
        json.add("objects", array(patch.objects().entries(), SourceFactsJson::object));
        return json;
    }

    private static JsonObject object(KlpObject object) {
        JsonObject json = new JsonObject();
        json.addProperty("name", object.name().map(Located::value).orElse(null));
        json.add("funcs", array(object.funcs().map(it -> it.entries()).orElse(List.of()), SourceFactsJson::func));
        return json;
    }

    private static JsonObject func(KlpFunc func) {
        JsonObject json = new JsonObject();
        json.addProperty("oldName", func.oldName().map(Located::value).orElse(null));
        json.addProperty("sympos", func.symposOrZero());
        json.addProperty("newFunc", func.newFunc().map(Located::value).orElse(null));
        addRange(json, func.place());
        return json;
    }

    private static void addRange(JsonObject json, Place place) {
        if (place instanceof Place.InSource(SourceRange range)) {
            json.add("range", FindingJson.range(range));
        }
    }

    private static JsonObject problem(Problem problem) {
        JsonObject json = new JsonObject();
        json.addProperty("message", problem.message());
        json.addProperty("file", problem.where().map(it -> it.source().path().toString()).orElse(null));
        json.add("range", problem.where().map(FindingJson::range).orElse(null));
        json.addProperty("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static void addPlace(JsonObject json, SourceRange place) {
        json.addProperty("file", place.source().path().toString());
        json.addProperty("line", place.start().line());
    }

    private static JsonArray strings(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    @SuppressWarnings("NullAway") // gson's word for null
    private static @org.jspecify.annotations.Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static <T> JsonArray array(List<T> items, Function<T, JsonObject> toJson) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(toJson.apply(item)));
        return array;
    }
}
