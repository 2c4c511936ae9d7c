package dev.tegami.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** An OSGi framework with the library's jars as bundles, and a bundle of somebody else's that uses them. */
class BundleTest {
    private static final String RANGE = ";version=\"[0.1,0.2)\"";
    private static final String USED = Stream.of("dns", "mime", "net", "sasl", "smime", "smtp", "imap", "pop3")
            .map(name -> ",dev.tegami." + name + RANGE)
            .reduce("dev.tegami" + RANGE, String::concat);

    @TempDir
    Path folder = Path.of("");

    @Test
    void anotherBundleUsesEveryModule() throws Exception {
        Framework framework = started();
        try {
            BundleContext context = framework.getBundleContext();
            Bundle letter = install(context, letter(USED));
            for (Bundle bundle : context.getBundles()) {
                bundle.start();
            }
            assertThat(Stream.of(context.getBundles()).map(Bundle::getSymbolicName))
                    .contains("dev.tegami.core", "dev.tegami.smime")
                    .contains("dev.tegami.smtp", "dev.tegami.imap", "dev.tegami.pop3");
            Object program = letter.loadClass("letter.Main").getConstructor().newInstance();
            assertThat(((Supplier<?>) program).get()).isEqualTo(OutsideProgram.SAYS);
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    @Test
    void whatIsInsideIsNotForOtherBundles() throws Exception {
        Framework framework = started();
        try {
            for (String inside : new String[] {"dev.tegami.internal.wire", "dev.tegami.internal.mime"}) {
                Bundle letter = install(framework.getBundleContext(), letter(inside));
                assertThatThrownBy(letter::start).isInstanceOf(BundleException.class);
                letter.uninstall();
            }
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    @Test
    void noHeaderTellsWhenOrWhereAJarWasMade() throws Exception {
        for (Path bundle : new Bundles(folder).ofTheLibrary()) {
            try (JarFile jar = new JarFile(bundle.toFile())) {
                Attributes headers = jar.getManifest().getMainAttributes();
                if (String.valueOf(headers.getValue("Bundle-SymbolicName")).startsWith("dev.tegami.")) {
                    assertThat(headers.keySet().toString()).doesNotContain("Bnd-LastModified", "Built-By", "Tool");
                }
            }
        }
    }

    private Framework started() throws Exception {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("storage").toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT));
        framework.start();
        for (Path bundle : new Bundles(folder).ofTheLibrary()) {
            install(framework.getBundleContext(), bundle);
        }
        return framework;
    }

    private static Bundle install(BundleContext context, Path bundle) throws BundleException {
        return context.installBundle(bundle.toUri().toString());
    }

    private Path letter(String imports) throws Exception {
        Path classes = folder.resolve("classes");
        if (!Files.exists(classes)) {
            OutsideProgram.compileUnder(folder);
        }
        return new Bundles(folder).pack("letter", Map.of("Import-Package", imports), classes);
    }
}
