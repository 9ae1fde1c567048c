@org.jspecify.annotations.NullMarked
package io.imprimatur.core.policy;
