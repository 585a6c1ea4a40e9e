package org.klpls.server.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where sections lie, as the user says.
 *
 * @param own of the module itself: addresses by section name
 * @param loaded the same of loaded modules, by module name
 */
record SectionPlaces(Map<String, Long> own, Map<String, Map<String, Long>> loaded) {
    /** A layout file, and then single places, which win. */
    static SectionPlaces of(Optional<Path> layout, List<String> places) throws UnreadableInput {
        SectionPlaces all = new SectionPlaces(new HashMap<>(), new HashMap<>());
        if (layout.isPresent()) {
            all.read(layout.get());
        }
        for (String place : places) {
            all.add(place);
        }
        return all;
    }

    Map<String, Long> of(String module) {
        return loaded.getOrDefault(module, Map.of());
    }

    private void add(String place) throws UnreadableInput {
        int equals = place.lastIndexOf('=');
        int colon = place.indexOf(':');
        if (equals < 0) {
            throw new UnreadableInput("--at " + place + ": SECTION=ADDRESS is wanted, as in .text=0xffffffffc0201000");
        }
        Map<String, Long> into = colon < 0 || colon > equals ? own : module(place.substring(0, colon));
        into.put(place.substring(colon < equals ? colon + 1 : 0, equals),
                address(place, place.substring(equals + 1)));
    }

    private Map<String, Long> module(String name) {
        return loaded.computeIfAbsent(name, _ -> new HashMap<>());
    }

    private static long address(String where, String text) throws UnreadableInput {
        try {
            return Long.parseUnsignedLong(text.startsWith("0x") ? text.substring(2) : text, 16);
        } catch (NumberFormatException e) {
            throw new UnreadableInput(where + ": '" + text + "' is no address; hexadecimal is wanted");
        }
    }

    private void read(Path file) throws UnreadableInput {
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            read(file, json.get("sections"), own);
            if (json.has("loaded")) {
                for (Map.Entry<String, JsonElement> module : json.getAsJsonObject("loaded").entrySet()) {
                    read(file, module.getValue(), module(module.getKey()));
                }
            }
        } catch (IOException e) {
            throw new UnreadableInput("cannot read " + file + ": " + e.getMessage());
        } catch (JsonParseException | IllegalStateException | ClassCastException | UnsupportedOperationException e) {
            throw new UnreadableInput(file + " is no layout: " + e.getMessage());
        }
    }

    private static void read(Path file, JsonElement sections, Map<String, Long> into) throws UnreadableInput {
        if (sections == null) {
            throw new UnreadableInput(file + " is no layout: it has no \"sections\"");
        }
        for (Map.Entry<String, JsonElement> section : sections.getAsJsonObject().entrySet()) {
            into.put(section.getKey(), address(file + ": " + section.getKey(), section.getValue().getAsString()));
        }
    }
}
