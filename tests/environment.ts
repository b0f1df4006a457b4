/** All that a program of this project needs from around it; NODE_COMPILE_CACHE spares it compiling what did not change. */
export const bareEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
};
