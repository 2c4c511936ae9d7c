/** The suite for real servers: what the scripted ones of the modules' own tests cannot prove. */
@NullMarked
package dev.tegami.interop;

import org.jspecify.annotations.NullMarked;
