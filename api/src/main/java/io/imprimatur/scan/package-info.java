/** The service that scanners provide, and what they answer: findings, and what they did not cover. */
@NullMarked
package io.imprimatur.scan;

import org.jspecify.annotations.NullMarked;
