package dev.tegami.interop;

import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** A Kerberos ticket, got from the KDC as an application gets it: by a JAAS login. */
final class Ticket extends Configuration {
    private Ticket() {}

    static Subject of(String person, String password) {
        try {
            LoginContext context =
                    new LoginContext("ticket", new Subject(), asked -> answer(asked, person, password), new Ticket());
            context.login();
            return context.getSubject();
        } catch (LoginException e) {
            throw new IllegalStateException("no ticket for " + person, e);
        }
    }

    private static void answer(Callback[] asked, String person, String password) {
        for (Callback callback : asked) {
            if (callback instanceof NameCallback name) {
                name.setName(person);
            } else if (callback instanceof PasswordCallback secret) {
                secret.setPassword(password.toCharArray());
            }
        }
    }

    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
        return new AppConfigurationEntry[] {
            new AppConfigurationEntry(
                    "com.sun.security.auth.module.Krb5LoginModule",
                    LoginModuleControlFlag.REQUIRED,
                    Map.of("isInitiator", "true", "useTicketCache", "false"))
        };
    }
}
