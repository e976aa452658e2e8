/** Projects that this store knows. People and tokens join here when a store is shared. */
export interface Directory {
  /** Makes the project known; nothing happens when it is. Called inside `UnitOfWork.write`. */
  addProject(project: string, at: string): Promise<void>;
  /** By name. */
  listProjects(): Promise<{ project: string; lessons: number; runs: number }[]>;
}
