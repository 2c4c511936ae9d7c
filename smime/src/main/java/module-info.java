/** S/MIME on Bouncy Castle's CMS. */
module dev.tegami.smime {
    requires static transitive org.jspecify;
    requires transitive dev.tegami.core;
    requires java.naming;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.util;

    exports dev.tegami.smime;
}
