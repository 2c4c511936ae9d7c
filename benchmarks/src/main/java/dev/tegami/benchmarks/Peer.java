package dev.tegami.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is compared with, by the name of its benchmark methods. */
enum Peer {
    ANGUS("angus", "Angus Mail %s", "angus-mail"),
    BCJMAIL_BC("bcjmailBc", "bcjmail %s over Bouncy Castle", "bcjmail-jdk18on"),
    BCJMAIL_JDK("bcjmailJdk", "bcjmail %s over the JDK", "bcjmail-jdk18on"),
    COMMONS_NET("commonsNet", "Commons Net %s", "commons-net"),
    MIME4J("mime4j", "mime4j %s, DOM", "apache-mime4j-dom"),
    MIME4J_STREAM("mime4jStream", "mime4j %s, stream", "apache-mime4j-core"),
    SIMPLE("simpleJavaMail", "Simple Java Mail %s", "simple-java-mail");

    private final String method;
    private final String title;
    private final String jar;

    Peer(String method, String title, String jar) {
        this.method = method;
        this.title = title;
        this.jar = jar;
    }

    String method() {
        return method;
    }

    /** Its name, with the version that is on the class path. */
    String title() {
        Matcher found = Pattern.compile("\\b" + Pattern.quote(jar) + "-([0-9][0-9A-Za-z.]*)\\.jar\\b")
                .matcher(System.getProperty("java.class.path"));
        if (!found.find()) {
            throw new IllegalStateException("no " + jar + " on the class path");
        }
        return title.replace("%s", found.group(1));
    }
}
