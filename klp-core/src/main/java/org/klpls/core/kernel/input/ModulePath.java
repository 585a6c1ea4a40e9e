package org.klpls.core.kernel.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.klpls.core.kernel.KernelModule;

/**
 * The file of a module, and how it looks from outside: by that it is told whether it must be read again.
 *
 * @param relative to the folder of modules
 * @param modified in milliseconds since 1970
 */
record ModulePath(Path file, String relative, long size, long modified) {
    static ModulePath of(Path folder, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new ModulePath(file, folder.relativize(file).toString(), attributes.size(),
                attributes.lastModifiedTime().toMillis());
    }

    static boolean isModule(String fileName) {
        return fileName.endsWith(".ko") || fileName.endsWith(".ko.xz") || fileName.endsWith(".ko.zst")
                || fileName.endsWith(".ko.gz");
    }

    /** The name that the kernel gives it: the file's, with _ for each -. */
    String name() {
        return nameOf(relative.substring(relative.lastIndexOf('/') + 1));
    }

    static String nameOf(String fileName) {
        int suffix = fileName.indexOf(".ko");
        return KernelModule.spelled(suffix < 0 ? fileName : fileName.substring(0, suffix));
    }

    boolean isAsItWas(KernelModule read) {
        return read.file().equals(relative) && read.size() == size && read.modified() == modified;
    }
}
