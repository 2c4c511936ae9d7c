package dev.tegami.sasl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A pool's or a container's thread has a class loader of its own, and may be the first that logs in. */
class ScramLoaderTest {
    /** Made by another class loader: seen through a type of the JDK. */
    public static final class FirstLogin implements Callable<String> {
        @Override
        public String call() {
            Link link = new Link("imap", "mail.example.org", 993, Link.Privacy.PRIVATE, List.of());
            byte[] initial = Sasl.choose(List.of("SCRAM-SHA-256"), Credentials.password("ada", "I\u00ADX"), link)
                    .begin(TokenSource.Freshness.ANY)
                    .initial()
                    .orElseThrow();
            return new String(initial, StandardCharsets.UTF_8);
        }
    }

    @Test
    void scramNeedsNothingOfTheThreadsClassLoader() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            Callable<?> login = (Callable<?>) loader.loadClass(FirstLogin.class.getName())
                    .getConstructor()
                    .newInstance();
            assertThat(login.getClass()).isNotEqualTo(FirstLogin.class);
            assertThat((String) login.call()).startsWith("n,,n=ada,r=");
            assertThat(thread.getContextClassLoader()).isEqualTo(ClassLoader.getPlatformClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
