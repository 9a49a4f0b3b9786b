import { NativeConnection, Worker } from '@temporalio/worker';
import * as activities from './activities';

async function main(): Promise<void> {
  const connection = await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS ?? 'localhost:7233' });
  const worker = await Worker.create({
    connection,
    taskQueue: 'typescript',
    workflowsPath: require.resolve('./workflows'),
    activities,
  });
  console.log('Working on the task queue typescript');
  await worker.run();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
