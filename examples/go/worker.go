// Code for Durahook's events in Go: an activity, a workflow that waits for an event, and a workflow that takes events.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

// Event is an event of Durahook; docs/webhook-event.schema.json lists all fields.
type Event struct {
	ID     string `json:"id"`
	Source string `json:"source"`
	Type   string `json:"type"`
}

// Order is a body that is JSON.
type Order struct {
	Data struct {
		Order string `json:"order"`
		Cents *int   `json:"cents"`
	} `json:"data"`
}

// A raw value holds any body, also one that is not JSON. JSON may lack any field.
func orderIn(body converter.RawValue) (Order, error) {
	var order Order
	err := converter.GetDefaultDataConverter().FromPayload(body.Payload(), &order)
	if err == nil && order.Data.Order == "" {
		err = errors.New("there is no order")
	}
	return order, err
}

// ScoreOrder takes an event of a destination with `kind: activity`. The Web UI shows the text beside the event.
func ScoreOrder(ctx context.Context, event Event, body converter.RawValue) (string, error) {
	order, err := orderIn(body)
	if err != nil {
		// A failure that is not retryable parks the event at once.
		return "", temporal.NewNonRetryableApplicationError("the body has no order", "NoOrder", nil)
	}
	// event.ID is the same at every attempt: use it as the idempotency key of an effect.
	activity.GetLogger(ctx).Info("Scoring an order", "order", order.Data.Order, "event", event.ID)
	return fmt.Sprintf("order %s has the score %d", order.Data.Order, len(order.Data.Order)*10), nil
}

// RefundOrder is an activity that only a workflow of this worker calls.
func RefundOrder(ctx context.Context, eventID string, order string) (string, error) {
	return fmt.Sprintf("order %s is refunded", order), nil
}

// GoOrder waits for the payment of an order. With `missing: start`, the event starts the workflow.
func GoOrder(ctx workflow.Context) (string, error) {
	var paid string
	err := workflow.SetUpdateHandler(ctx, "payment_succeeded",
		func(ctx workflow.Context, event Event, order Order) (string, error) {
			if order.Data.Cents == nil {
				// This fails the update alone, and its event is parked. A panic would stop the whole order.
				return "", temporal.NewApplicationError("the payment has no cents", "NoCents")
			}
			paid = event.ID
			return fmt.Sprintf("paid with %d cents", *order.Data.Cents), nil
		})
	if err != nil {
		return "", err
	}
	err = workflow.Await(ctx, func() bool { return paid != "" && workflow.AllHandlersFinished(ctx) })
	return "paid by event " + paid, err
}

// OrderCancelled is the whole processing of an event, which `durahook.workflows` leaves to this worker.
func OrderCancelled(ctx workflow.Context, event Event, body converter.RawValue) (string, error) {
	order, err := orderIn(body)
	if err != nil {
		return "", temporal.NewApplicationError("the body has no order", "NoOrder")
	}
	ctx = workflow.WithActivityOptions(ctx, workflow.ActivityOptions{StartToCloseTimeout: 10 * time.Second})
	var result string
	err = workflow.ExecuteActivity(ctx, RefundOrder, event.ID, order.Data.Order).Get(ctx, &result)
	return result, err
}

func main() {
	address := os.Getenv("TEMPORAL_ADDRESS")
	if address == "" {
		address = client.DefaultHostPort
	}
	c, err := client.Dial(client.Options{HostPort: address})
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()
	w := worker.New(c, "go", worker.Options{})
	w.RegisterActivityWithOptions(ScoreOrder, activity.RegisterOptions{Name: "score_order"})
	w.RegisterActivity(RefundOrder)
	w.RegisterWorkflow(GoOrder)
	// The workflow is named like the event's type.
	w.RegisterWorkflowWithOptions(OrderCancelled, workflow.RegisterOptions{Name: "webhook.order_cancelled"})
	fmt.Println("Working on the task queue go")
	if err := w.Run(worker.InterruptCh()); err != nil {
		log.Fatal(err)
	}
}
