/** Puts itself before every server of this process that is made of `node:http`. */
export {}
